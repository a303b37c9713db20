const files = new Map();

/** A picture, downloaded once: what is compared is what is done with it. */
export async function fileOf(url) {
  const { href } = Object.assign(new URL(url), { search: '' });
  if (!files.has(href)) files.set(href, Buffer.from(await (await fetch(href)).arrayBuffer()));
  return files.get(href);
}

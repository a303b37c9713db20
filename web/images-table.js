import { ask } from './api.js';
import { byId, element, number } from './text.js';

const PAGE_SIZE = 50;
const COLUMNS = {
  number: '#',
  image: 'Image',
  store: 'Store',
  size: 'Size',
  perimeter: 'Perimeter',
  format: 'Format',
  time: 'Time',
  state: 'State',
};

/** What is loaded of the job's images: each page has a `tbody` of its own and the cursor it starts at. */
let table;

byId('more-images').addEventListener('click', () => table && addPage(table));

export function showImages(jobId) {
  table = { path: `/api/jobs/${encodeURIComponent(jobId)}/images?limit=${PAGE_SIZE}`, pages: [], next: '' };
  const headings = Object.entries(COLUMNS).map(([className, text]) =>
    element('th', { scope: 'col', className }, text),
  );
  byId('images').replaceChildren(element('thead', {}, element('tr', {}, ...headings)));
  byId('more-images').hidden = true;
  byId('images-note').textContent = 'Loading …';
}

/**
 * Reads the first page, or again the first pages with images that wait.
 *
 * @returns whether nothing that is shown waits any more
 */
export async function refreshImages(maxPages) {
  const shown = table;
  if (shown.pages.length === 0) await addPage(shown);
  const waiting = shown.pages.filter((page) => page.waiting);
  for (const page of waiting.slice(0, maxPages)) await read(shown, page);
  return shown.pages.length > 0 && !shown.pages.some((page) => page.waiting);
}

async function addPage(shown) {
  if (shown.busy) return;
  shown.busy = byId('more-images').disabled = true;
  const page = { cursor: shown.next, body: element('tbody', { role: 'rowgroup' }) };
  const answer = await read(shown, page);
  shown.busy = byId('more-images').disabled = false;
  if (!answer || shown !== table) return;
  shown.pages.push(page);
  shown.next = answer.next_cursor;
  byId('images').append(page.body);
  byId('more-images').hidden = shown.next === null;
}

async function read(shown, page) {
  const cursor = page.cursor && `&cursor=${encodeURIComponent(page.cursor)}`;
  const asked = (page.asked = (page.asked ?? 0) + 1);
  const answer = await ask(shown.path + cursor).catch(() => undefined);
  // Somebody has left for another job, or the page was asked for again.
  if (shown !== table || asked !== page.asked) return undefined;
  byId('images-note').textContent = answer ? '' : 'The images cannot be read right now.';
  if (!answer) return undefined;
  page.waiting = answer.images.some(({ state }) => state === 'pending');
  page.body.replaceChildren(...answer.images.map(toRow));
  return answer;
}

function toRow({ idx, image_url: url, store_id: store, state, code, error, timings, ...image }) {
  const measured = state === 'measured';
  const cells = {
    number: number(idx + 1),
    image: element('span', { title: url }, /([^/]+)\/?$/.exec(url)?.[1] ?? url),
    store,
    size: measured ? `${image.width} × ${image.height}` : '',
    perimeter: measured ? `${number(image.perimeter)} px` : '',
    format: image.format ?? '',
    time: timings.total_ms === null ? '' : `${number(timings.total_ms)} ms`,
    state: element('span', { className: `pill ${state}`, title: error ?? '' }, code ?? state),
  };
  // Narrow screens lay a row out as a block, which would take its meaning from a screen reader.
  const toCell = (className) => element('td', { role: 'cell', className }, cells[className]);
  return element('tr', { role: 'row' }, ...Object.keys(COLUMNS).map(toCell));
}

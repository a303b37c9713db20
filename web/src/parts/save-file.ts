/** Saves a text that the page has made as a CSV file. */
export function saveFile(name: string, text: string): void {
  // With a byte order mark, as Excel takes UTF-8 for something else without.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands a text that the page has made to the browser as a download. */
export function saveFile(name: string, text: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken hold of it by the next turn of the event loop at the latest.
  setTimeout(() => URL.revokeObjectURL(url));
}

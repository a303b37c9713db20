/** Text that came from elsewhere, for one place in one line of a terminal: control characters would be obeyed there. */
export function plainText(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** What people can do about images that failed alike. */
export interface Advice {
  /** What was wrong, in a few words. */
  readonly what: string;
  /** What to do about it, in a sentence or two. */
  readonly todo: string;
  /** Whether running them again may help: as it is, only once that was done, or never. */
  readonly again: 'now' | 'then' | 'never';
}

const advice = (what: string, todo: string): Advice => ({ what, todo, again: 'then' });
const passing = (what: string, todo: string): Advice => ({ what, todo, again: 'now' });
const hopeless = (what: string, todo: string): Advice => ({ what, todo, again: 'never' });

const rejected = (what: string): Advice =>
  advice(
    what,
    'Take the photo again as the rules ask, or change the rule on the page Rules and run these again.',
  );

/** By error code of an image; the README says what each code means. */
const BY_CODE: Readonly<Record<string, Advice>> = {
  URL_INVALID: hopeless(
    'The address cannot be read',
    'Correct it in the app that sent it, and submit it anew.',
  ),
  URL_SCHEME_NOT_ALLOWED: hopeless(
    'The address is not HTTP',
    'Only http:// and https:// are fetched: put the photo on a web server and submit that address.',
  ),
  URL_HAS_CREDENTIALS: hopeless(
    'The address contains a password',
    'Leave user and password out of it; sign the address in its query instead.',
  ),
  ADDRESS_NOT_ALLOWED: advice(
    'The host is in a private network',
    'If it is one of your own, whoever runs this service can open its network with FETCH_ALLOW_CIDRS; then run these again.',
  ),
  HOST_NOT_FOUND: advice(
    'The host does not exist',
    'Look for a typing error in its name. If its name is new, run these again in some minutes.',
  ),
  DNS_FAILED: passing('The name servers did not answer', 'Most often this passes: run these again.'),
  CONNECTION_REFUSED: passing(
    'The image host lets nobody in',
    'See that its server runs and which port it uses, then run these again.',
  ),
  CONNECTION_LOST: passing('The connection broke', 'Most often this passes: run these again.'),
  DOWNLOAD_TIMEOUT: passing(
    'The download took too long',
    'The host is slow or overloaded: run these again at a quieter time. IMAGE_TIMEOUT_MS is the limit.',
  ),
  TLS_FAILED: advice(
    'The certificate of the host is not trusted',
    'It is expired, or for another name. Have it renewed, then run these again.',
  ),
  TOO_MANY_REDIRECTS: advice(
    'The address leads round in circles',
    'Open it in a browser, and submit the address where it ends.',
  ),
  BAD_HTTP_ANSWER: advice(
    'The image host answered nonsense',
    'What listens there is no web server, or a broken one: have its port checked.',
  ),
  RULE_MIN_WIDTH: rejected('The photo is too narrow'),
  RULE_MIN_HEIGHT: rejected('The photo is too low'),
  RULE_MIN_MEGAPIXELS: rejected('The photo has too few pixels'),
  RULE_MIN_ASPECT: rejected('The photo is too tall for its width'),
  RULE_MAX_ASPECT: rejected('The photo is too wide for its height'),
  RULE_FORMATS: rejected('The format is not one the rules allow'),
  RULE_MIN_BYTES: rejected('The file is smaller than the rules allow'),
  RULE_MAX_BYTES: rejected('The file is larger than the rules allow'),
  RULE_MIN_IMAGES: rejected('The visit has too few photos'),
  RULE_MIN_SHARPNESS: rejected('The photo is blurred'),
  RULE_MIN_BRIGHTNESS: rejected('The photo is too dark'),
  RULE_MAX_BRIGHTNESS: rejected('The photo is too bright'),
  FILE_EMPTY: advice('The file is empty', 'The upload was broken off: have the photo uploaded again.'),
  FILE_TOO_LARGE: advice(
    'The file is too large',
    'Let the app make photos smaller before it uploads them, or raise IMAGE_MAX_BYTES.',
  ),
  NOT_AN_IMAGE: advice(
    'There is something else at this address',
    'Often a sign-in or error page. Open it in a browser to see, and have it put right at the host.',
  ),
  FORMAT_NOT_SUPPORTED: advice(
    'This format is not measured',
    'JPEG, PNG, WebP and GIF are. Phones can be set to save JPEG instead of HEIC.',
  ),
  IMAGE_DAMAGED: advice(
    'The file is damaged',
    'Most often an upload that was cut off: have the photo uploaded again.',
  ),
  TOO_MANY_PIXELS: advice(
    'The picture has too many pixels',
    'Let the app make photos smaller, or raise IMAGE_MAX_PIXELS.',
  ),
  IMAGE_TOO_COMPLEX: advice(
    'Opening it would take too much memory',
    'Save the picture anew as a plain JPEG and have that uploaded.',
  ),
  DECODE_TIMEOUT: passing(
    'Opening it took too long',
    'Run these again when less is going on; if that does not help, save the picture anew as a plain JPEG.',
  ),
  WORKER_CRASHED: advice(
    'Opening it ended the worker three times',
    'Keep the file and send it to whoever runs this service: it shows a fault of ours.',
  ),
  INTERNAL_ERROR: passing(
    'A fault on our side',
    'Run these again. If they fail again, the log of the service says more.',
  ),
  HTTP_401: advice(
    'The image host asks for a sign-in',
    'Make the photos public, or submit signed addresses.',
  ),
  HTTP_403: advice(
    'The image host denies access',
    'A signed address may have expired. Submit new ones, or make the photos public.',
  ),
  HTTP_404: advice('The file is gone', 'Have the photo uploaded again, or look for an error in its address.'),
  HTTP_410: advice('The file was removed for good', 'Have the photo uploaded again.'),
  HTTP_429: passing(
    'The image host wants fewer requests',
    'Run these again later. HOST_MAX_CONCURRENT says how many go to one host at once.',
  ),
};

/** @param code as `HTTP_404` */
export function adviceFor(code: string): Advice {
  const known = BY_CODE[code];
  if (known) return known;
  const status = /^HTTP_(\d+)$/.exec(code)?.[1];
  if (status === undefined) return advice('It could not be measured', 'The example says more.');
  if (status.startsWith('5') || status === '408' || status === '425') {
    return passing(`The image host has trouble (${status})`, 'Run these again when it is well.');
  }
  return advice(`The image host answered ${status}`, 'Open one of them in a browser to see why.');
}

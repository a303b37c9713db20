import { capitalised } from '../../parts/text.js';
/**
 * The error of an image where the image is named anyway.
 *
 * @param error as the API says it: `The image ".." of store ".." could not be downloaded: ..`
 * @returns what was wrong, `Its host does not exist.`; sentences of another kind as they are
 */
export function withoutSubject(error: string): string {
  const rest = error.replace(/^The image ".*" of store "[^"]*" (could not be \w+: )?/s, '');
  return capitalised(rest);
}

import { SHOW_ALL, type ViewChange, type ViewInAddress } from './use-view.js';

/** Where the list of images is on the page. */
export const IMAGES_ID = 'images';

/** Lists these images and no others, and goes to the list; the Back button of the browser leads back. */
export function showImages(change: ViewInAddress['change'], filter: ViewChange): void {
  change({ ...SHOW_ALL, ...filter }, 'keep');
  const section = document.getElementById(IMAGES_ID);
  section?.scrollIntoView({
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
  section?.focus({ preventScroll: true });
}

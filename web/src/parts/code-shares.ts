export interface CodeShare {
  readonly code: string;
  readonly images: number;
  /** Percent of all failed images. */
  readonly share: number;
}

/** Most images first, then by code. @param codes failed images by code */
export function sharesOf(codes: Readonly<Record<string, number>>): CodeShare[] {
  const total = Object.values(codes).reduce((sum, images) => sum + images, 0);
  return Object.entries(codes)
    .map(([code, images]) => ({ code, images, share: (100 * images) / total }))
    .sort((a, b) => b.images - a.images || a.code.localeCompare(b.code, 'en'));
}

/** Measured images of those that were measured or failed, in percent with one decimal; 100 only when none failed. */
export function successPercent(measured: number, failed: number): number | null {
  const decided = measured + failed;
  return decided === 0 ? null : Math.floor((measured / decided) * 1000) / 10;
}

/** What is told of an area, as far as it matters here. */
export interface AreaCounts {
  readonly area_code: string;
  readonly measured: number;
  readonly failed: number;
}

/** 95 % certain, as the bounds of polls mostly are. */
const Z = 1.96;

/**
 * Areas in which images fail, worst first. Worst is not the highest rate, as one bad photo of one is 100 %: it is the
 * rate that the failures prove at least (lower bound of the Wilson interval).
 */
export function inTrouble<Area extends AreaCounts>(areas: readonly Area[]): Area[] {
  return areas
    .filter(({ failed }) => failed > 0)
    .sort((a, b) => provenRate(b) - provenRate(a) || a.area_code.localeCompare(b.area_code));
}

function provenRate({ measured, failed }: AreaCounts): number {
  const images = measured + failed;
  const rate = failed / images;
  const spread = Z * Math.sqrt((rate * (1 - rate)) / images + Z ** 2 / (4 * images ** 2));
  return (rate + Z ** 2 / (2 * images) - spread) / (1 + Z ** 2 / images);
}

/** Formats that can be told apart, as results name them. */
export const FORMATS = ['jpeg', 'png', 'webp', 'gif'] as const;

/** What is known of an image that could be opened, and of its visit. */
export interface ImageFacts {
  /** Pixels, as a person sees the image. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly format: string;
  /** How many images its visit has. */
  readonly visitImages: number;
  /** Null when only headers are read (IMAGE_VERIFY=header): then it breaks no rule. */
  readonly sharpness: number | null;
  readonly brightness: number | null;
}

type Known = number | string | null;

interface Fact {
  readonly of: (image: ImageFacts) => Known;
  /** The same in SQL, from the columns of a result `r` and its visit `v`; with the same double arithmetic. */
  readonly sql: string;
  readonly says: (value: string) => string;
}

/** What criteria look at. */
export const FACTS = {
  width: { of: ({ width }) => width, sql: 'r.width', says: (value) => `it is ${value} pixels wide` },
  height: { of: ({ height }) => height, sql: 'r.height', says: (value) => `it is ${value} pixels high` },
  megapixels: {
    of: ({ width, height }) => (width * height) / 1e6,
    sql: 'r.width::float8 * r.height / 1e6',
    says: (value) => `it has ${value} megapixels`,
  },
  aspect: {
    of: ({ width, height }) => width / height,
    sql: 'r.width::float8 / r.height',
    says: (value) => `its width is ${value} times its height`,
  },
  format: { of: ({ format }) => format, sql: 'r.format', says: (value) => `its format is ${value}` },
  bytes: { of: ({ bytes }) => bytes, sql: 'r.bytes', says: (value) => `its file has ${value} bytes` },
  visitImages: {
    of: ({ visitImages }) => visitImages,
    sql: 'v.image_count',
    says: (value) => `its visit has ${value === '1' ? 'one image' : `${value} images`}`,
  },
  sharpness: {
    of: ({ sharpness }) => sharpness,
    sql: 'r.sharpness',
    says: (value) => `its sharpness is ${value}`,
  },
  brightness: {
    of: ({ brightness }) => brightness,
    sql: 'r.brightness',
    says: (value) => `its brightness is ${value}`,
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** A criterion for images: what it looks at, and which limits make sense. */
export interface Criterion {
  /** Of the results that break it. Stable. */
  readonly code: string;
  readonly fact: keyof typeof FACTS;
  /** The fact is to be at least the limit, at most, or one of several. */
  readonly bound: 'least' | 'most' | 'among';
  /** Smallest and largest limit. */
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

const PIXELS = { from: 1, to: 100_000, whole: true } as const;
const MEGAPIXELS = { from: 0.001, to: 1_000, whole: false } as const;
const RATIO = { from: 0.01, to: 100, whole: false } as const;
const BYTES = { from: 1, to: 1_073_741_824, whole: true } as const;

/** All criteria, in the order in which an image is held against them. */
export const CRITERIA = {
  min_width: { code: 'RULE_MIN_WIDTH', fact: 'width', bound: 'least', ...PIXELS },
  min_height: { code: 'RULE_MIN_HEIGHT', fact: 'height', bound: 'least', ...PIXELS },
  min_megapixels: { code: 'RULE_MIN_MEGAPIXELS', fact: 'megapixels', bound: 'least', ...MEGAPIXELS },
  min_aspect: { code: 'RULE_MIN_ASPECT', fact: 'aspect', bound: 'least', ...RATIO },
  max_aspect: { code: 'RULE_MAX_ASPECT', fact: 'aspect', bound: 'most', ...RATIO },
  formats: { code: 'RULE_FORMATS', fact: 'format', bound: 'among', from: 1, to: FORMATS.length, whole: true },
  min_bytes: { code: 'RULE_MIN_BYTES', fact: 'bytes', bound: 'least', ...BYTES },
  max_bytes: { code: 'RULE_MAX_BYTES', fact: 'bytes', bound: 'most', ...BYTES },
  min_images: {
    code: 'RULE_MIN_IMAGES',
    fact: 'visitImages',
    bound: 'least',
    from: 1,
    to: 1_000,
    whole: true,
  },
  min_sharpness: {
    code: 'RULE_MIN_SHARPNESS',
    fact: 'sharpness',
    bound: 'least',
    from: 1,
    to: 100_000,
    whole: true,
  },
  min_brightness: {
    code: 'RULE_MIN_BRIGHTNESS',
    fact: 'brightness',
    bound: 'least',
    from: 0,
    to: 255,
    whole: true,
  },
  max_brightness: {
    code: 'RULE_MAX_BRIGHTNESS',
    fact: 'brightness',
    bound: 'most',
    from: 0,
    to: 255,
    whole: true,
  },
} as const satisfies Readonly<Record<string, Criterion>>;

export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as CriterionName[];

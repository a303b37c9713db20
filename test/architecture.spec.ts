import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SRC = resolve('src');

/** What each room of the house may import from, besides itself. Imports point back, so there is no cycle. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  common: [],
  access: ['common', 'config', 'database', 'redis'],
  config: ['common'],
  docs: ['common', 'config'],
  outbound: ['common'],
  metrics: ['access'],
  logging: ['config'],
  redis: ['config'],
  server: ['common', 'config'],
  database: ['common', 'config'],
  health: ['access', 'config', 'database', 'redis'],
  limits: ['access', 'config', 'jobs'],
  stores: ['access', 'common', 'config', 'database'],
  rules: ['access', 'common', 'database', 'stores'],
  groups: ['access', 'common', 'database', 'stores'],
  jobs: [
    'access',
    'common',
    'config',
    'database',
    'groups',
    'metrics',
    'outbound',
    'redis',
    'rules',
    'stores',
  ],
  processing: ['common', 'config', 'jobs', 'metrics', 'outbound', 'rules'],
  webhooks: ['access', 'common', 'config', 'database', 'metrics', 'outbound'],
};

/** Rooms whose inside is nobody else's business: the doors are their modules, services, contracts, kinds of shops and how names are spelled. */
const FEATURES = [
  'access',
  'stores',
  'rules',
  'groups',
  'jobs',
  'processing',
  'webhooks',
  'metrics',
  'health',
];
const DOOR =
  /(\.module|\.service)\.js$|^jobs\/queue\/|^rules\/judging\/|^stores\/(store-condition|categories\/category|names\/spelled\.sql|tags\/tag)\.js$|^access\/(caller|requires|audit\/record-by|limits\/client-name)\.js$/;

/** The one home of each technology. */
const HOMES: readonly [technology: RegExp, home: RegExp][] = [
  [/^(typeorm|pg|pg-copy-streams|@nestjs\/typeorm)$/, /\.(repository|entity|module)\.ts$|^database\//],
  [/^(bull|@nestjs\/bull)$/, /^jobs\/queue\/|\.processor\.ts$/],
  [/^sharp$/, /\/measure\//],
  [/^axios$/, /\/download\/|^outbound\//],
  [/^(cacheable-lookup|node:dns)$/, /^outbound\//],
  [/^ioredis$/, /^redis\//],
  [/^@bull-board\//, /^jobs\/queue\//],
  [/^rate-limiter-flexible$/, /^access\/limits\//],
  [/^hucre/, /^jobs\/export\//],
  [/^helmet$/, /^server\//],
  [/^nest-commander$/, /cli|\.command\.ts$/],
];

interface Import {
  readonly file: string;
  /** A path below src, or the name of a package. */
  readonly target: string;
  readonly isOurs: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const sources = files
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));
const imports = sources.flatMap(({ file, text }) => importsOf(file, text));

function importsOf(file: string, text: string): Import[] {
  const targets = [...text.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return targets.map((target) =>
    target.startsWith('.')
      ? { file, isOurs: true, target: relative(SRC, resolve(SRC, dirname(file), target)) }
      : { file, isOurs: false, target },
  );
}

const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0] : undefined);
const show = ({ file, target }: Import) => `${file} imports ${target}`;

describe('The house', () => {
  it('lets imports between rooms point back only', () => {
    const wrong = imports.filter(({ file, target, isOurs }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return isOurs && from && from !== to && !MAY_IMPORT[from]?.includes(to ?? '');
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('has every room in the table', () => {
    const rooms = new Set(files.map(roomOf).filter(Boolean));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('enters a feature by its doors only', () => {
    const wrong = imports.filter(({ file, target, isOurs }) => {
      const to = roomOf(target);
      return (
        isOurs && roomOf(file) && roomOf(file) !== to && FEATURES.includes(to ?? '') && !DOOR.test(target)
      );
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('keeps each technology in its home', () => {
    const wrong = imports.filter(({ file, target, isOurs }) =>
      HOMES.some(([technology, home]) => !isOurs && technology.test(target) && !home.test(file)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('reads the environment in config only', () => {
    const readers = sources.filter(
      ({ file, text }) => roomOf(file) !== 'config' && text.includes('process.env'),
    );
    expect(readers.map(({ file }) => file)).toEqual([]);
  });

  it('lets the command line know the service by its API, and by what is true of times anywhere', () => {
    const ours = readdirSync('smp', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => importsOf(`../smp/${file}`, readFileSync(join('smp', file), 'utf8')));
    const foreign = ours.filter(
      ({ isOurs, target }) => isOurs && !/^\.\.\/(smp|web\/src\/api)\//.test(target),
    );
    expect([...new Set(foreign.map(({ target }) => target))]).toEqual(['common/time.js']);
  });

  it('lets the dashboard know the service as the command line does, and its pages nothing of each other', () => {
    const MAY_IMPORT = {
      api: [],
      data: ['api'],
      parts: ['api', 'data'],
      pages: ['api', 'data', 'parts', 'app'],
      app: ['api', 'data', 'parts', 'pages'],
    };
    const WEB = resolve('web/src');
    const placeOf = (path: string) => path.split('/')[0] as keyof typeof MAY_IMPORT;
    const wrong = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[^/]+\/.*(?<!\.spec)\.tsx?$/.test(file))
      .flatMap((file) => importsOf(join(WEB, file), readFileSync(join(WEB, file), 'utf8')))
      .filter(({ isOurs }) => isOurs)
      .map(({ file, target }) => ({
        file: relative(WEB, file),
        target: relative(WEB, resolve(SRC, target)),
      }))
      .filter(({ file, target }) => {
        const [from, to] = [placeOf(file), placeOf(target)];
        if (from === to) return from === 'pages' && file.split('/')[1] !== target.split('/')[1];
        const isTitle = target === 'app/page-title.js';
        if (target === '../../src/common/time.js') return false;
        return (from === 'pages' && to === 'app' && !isTitle) || !(MAY_IMPORT[from] as string[]).includes(to);
      });
    expect(wrong).toEqual([]);
  });

  it('has no barrels, default exports, forward references or rooms for odds and ends', () => {
    const odd = sources.filter(
      ({ file, text }) =>
        basename(file) === 'index.ts' ||
        /^export default|forwardRef|ModuleRef/m.test(text) ||
        /(^|\/)(utils|helpers|types|interfaces)\//.test(file),
    );
    expect(odd.map(({ file }) => file)).toEqual([]);
  });
});

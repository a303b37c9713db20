/** Names every address of every network; a browser goes to localhost then. */
const ANY_HOST = ['127.0.0.1', 'localhost', '0.0.0.0', '::', '::1'];

/**
 * What a person needs once everything runs: addresses, and two lines to paste.
 * They need no internet: the pictures are the service's own.
 *
 * @param {object} facts
 * @param {{ host: string, port: number, publicUrl: string, role: string, dataDir: string, asksForKeys: boolean }} facts.settings
 * @param {number} facts.seconds the start took
 * @param {NodeJS.ProcessEnv} [facts.env]
 * @param {Date} [facts.now]
 */
export function readyScreen({ settings, seconds, env = process.env, now = new Date() }) {
  const { host, port, publicUrl, role, dataDir, asksForKeys } = settings;
  const base = `http://${ANY_HOST.includes(host) ? 'localhost' : host}:${port}`;
  const health = `  Health    ${base}/health/ready`;
  const title = `  Ready after ${seconds.toFixed(1)} s. Data is kept in ${dataDir}; Ctrl-C stops everything.`;
  if (role === 'worker') return ['', title, '', health, ''].join('\n');
  return [
    '',
    title,
    '',
    `  Page      ${base}/`,
    `  API docs  ${base}/docs`,
    health,
    '',
    asksForKeys
      ? '  Try it: set SMP_KEY to an API key with the scopes submit and read, and paste these two lines, one after the other.'
      : '  Try it: paste these two lines, one after the other.',
    '',
    ...curlLines({ base, publicUrl, curl: curlCommand(env, asksForKeys), now }),
    '',
  ].join('\n');
}

/** For sh, bash and zsh; the answer is shown, and its digits are the job's id. */
function curlLines({ base, publicUrl, curl, now }) {
  const images = ['shelf-1.jpg', 'shelf-2.png'].map((name) => `${publicUrl}/samples/${name}`);
  const visit = { store_id: 'RP00001', image_url: images, visit_time: now.toISOString() };
  const body = JSON.stringify({ count: 1, visits: [visit] });
  return [
    `ANSWER=$(${curl} ${base}/api/submit -H 'Content-Type: application/json' -d '${body}'); echo "$ANSWER"`,
    `${curl} "${base}/api/status?jobid=$(echo "$ANSWER" | tr -dc 0-9)"; echo`,
  ];
}

/** curl would ask a configured proxy for localhost. */
function curlCommand(env, asksForKeys) {
  const direct = env.http_proxy || env.all_proxy || env.ALL_PROXY ? ` --noproxy '*'` : '';
  return `curl -sS${direct}${asksForKeys ? ' -H "X-API-Key: $SMP_KEY"' : ''}`;
}

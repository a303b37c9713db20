import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts an nginx of its own, with nothing of the system's configuration. */
export async function startNginx(program, { folder, port, scratch }, lifetime) {
  mkdirSync(scratch);
  const config = join(scratch, 'nginx.conf');
  writeFileSync(config, configText({ folder, port, scratch }));
  const child = spawn(program, ['-p', scratch, '-c', config, '-e', join(scratch, 'error.log')], {
    stdio: 'ignore',
  });
  lifetime.onEnd(async () => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  });
  await untilItAnswers(child, `http://127.0.0.1:${port}/`);
}

async function untilItAnswers(child, url) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended at its start (exit code ${child.exitCode}).`);
    if (await fetch(url).catch(() => undefined)) return;
    await sleep(20);
  }
}

/** Temporary paths lie in the scratch folder, so that it needs no rights outside of it. */
function configText({ folder, port, scratch }) {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off; worker_processes 1; pid ${join(scratch, 'pid')};${process.getuid() === 0 ? ' user root;' : ''}
events { worker_connections 2048; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=1000;
  ${paths.map((name) => `${name}_temp_path ${join(scratch, name)};`).join(' ')}
  server { listen 127.0.0.1:${port} backlog=1024; root ${folder}; default_type application/octet-stream; }
}
`;
}

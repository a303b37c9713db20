import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findExecutable } from '../../scripts/lib/executables.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startNginx } from './nginx.mjs';
import { Program } from './program.mjs';

const OUR_SERVER = fileURLToPath(new URL('image-server.mjs', import.meta.url));

/** Where the pictures are served from: nginx where it is installed, else a program of ours. */
export async function startImageHost({ folder, names }, scratch, lifetime) {
  const port = await freePort();
  const nginx = findExecutable(['nginx']);
  if (nginx) await startNginx(nginx, { folder, port, scratch: join(scratch, 'nginx') }, lifetime);
  else await Program.start(OUR_SERVER, { args: [folder, String(port)] }, lifetime);
  return new ImageHost(nginx ? 'nginx' : 'node:net', port, names);
}

class ImageHost {
  constructor(server, port, names) {
    Object.assign(this, { server, port, names });
  }

  /** So many URLs, all different, evenly over the pictures. @returns {string[]} */
  urls(count) {
    return Array.from({ length: count }, (_, n) => this.url(this.names[n % this.names.length], n));
  }

  /** So many URLs of one small picture. @returns {string[]} */
  smallUrls(count) {
    return Array.from({ length: count }, (_, n) => this.url('small.jpg', n));
  }

  url(name, n) {
    return `http://127.0.0.1:${this.port}/${name}?n=${n}`;
  }
}

/** The least that Node can do it with: `node:http` as it comes, and sharp. */
import http from 'node:http';
import { openImage } from './sharp-call.mjs';

const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 256 });

export async function measure(url) {
  return openImage(await download(url));
}

function download(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

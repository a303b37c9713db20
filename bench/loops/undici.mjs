/** undici, the client that Node brings along for `fetch`, at its lowest level, and sharp. */
import { openImage } from './sharp-call.mjs';

await fetch('data:,'); // the first use creates the dispatcher
const dispatcher = globalThis[Symbol.for('undici.globalDispatcher.1')];

export async function measure(url) {
  return openImage(await download(new URL(url)));
}

function download({ origin, pathname, search }) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    dispatcher.dispatch(
      { origin, path: pathname + search, method: 'GET' },
      {
        onConnect: () => undefined,
        onHeaders: () => true,
        onData: (chunk) => chunks.push(chunk) > 0,
        onComplete: () => resolve(Buffer.concat(chunks)),
        onError: reject,
      },
    );
  });
}

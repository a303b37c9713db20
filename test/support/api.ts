import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface StatusBody {
  readonly status: 'ongoing' | 'completed' | 'failed';
  readonly job_id: string;
  readonly progress: Record<'total' | 'processed' | 'failed' | 'cancelled' | 'pending' | 'percent', number>;
  readonly error_count?: number;
  readonly error?: readonly { store_id: string; error: string; code: string; image_url: string }[];
}

export interface VisitBody {
  readonly store_id: string;
  readonly image_url: readonly string[];
  readonly visit_time: string;
}

/** Reads JSON from the API. */
export async function get<T = Record<string, unknown>>(base: string, path: string): Promise<Answer<T>> {
  return read<T>(await fetch(base + path));
}

/** Sends JSON to the API; a string goes as it is. */
export async function post<T = Record<string, unknown>>(
  base: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'Content-Type': 'application/json', ...headers };
  return read<T>(await fetch(base + path, { method: 'POST', body: text, headers: all }));
}

/** Submits visits that must be accepted. @returns the job's id */
export async function submit(
  base: string,
  visits: readonly VisitBody[],
  extra: object = {},
): Promise<string> {
  const { status, body } = await post(base, '/api/submit', { count: visits.length, visits, ...extra });
  if (status !== 201) throw new Error(`submit answered ${status}: ${JSON.stringify(body)}`);
  return body['job_id'] as string;
}

/** One visit of one store with these images. */
export function visit(storeId: string, ...urls: string[]): VisitBody {
  return { store_id: storeId, image_url: urls, visit_time: '2026-03-01T09:30:00Z' };
}

/** Waits until every image of the job is settled. */
export async function untilSettled(base: string, jobId: string, timeoutMs = 60_000): Promise<StatusBody> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { body } = await get<StatusBody>(base, `/api/status?jobid=${jobId}`);
    if (body.status !== 'ongoing') return body;
    if (Date.now() > deadline)
      throw new Error(`Job ${jobId} is still ongoing: ${JSON.stringify(body.progress)}`);
    await sleep(50);
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as T };
}

import { ask, Refusal } from './api.js';
import { byId, count, duration, element, fillBar } from './text.js';

const POLL_MS = 3_000;
const HIDDEN_POLL_MS = 30_000;
let timer;

/** Shows the latest jobs, and keeps on doing so. */
export async function refreshLatestJobs() {
  clearTimeout(timer);
  try {
    const { jobs } = await ask('/api/jobs?limit=20');
    show(jobs);
    byId('latest-note').textContent = jobs.length === 0 ? 'No job yet. Submit the first one.' : '';
  } catch (error) {
    if (!byId('latest').querySelector('li')) byId('latest-note').textContent = error.message;
    if (error instanceof Refusal && error.isForbidden) return;
  }
  clearTimeout(timer);
  timer = setTimeout(refreshLatestJobs, document.hidden ? HIDDEN_POLL_MS : POLL_MS);
}

/** Entries stay where they are as long as their job is listed, so that a focused one keeps the focus. */
function show(jobs) {
  const list = byId('latest').querySelector('ul');
  const known = new Map([...list.children].map((item) => [item.dataset.job, item]));
  const items = jobs.map((job) => fill(known.get(job.job_id) ?? newItem(job.job_id), job));
  const same = items.length === list.childElementCount && items.every((item, i) => item === list.children[i]);
  if (!same) list.replaceChildren(...items);
}

function newItem(id) {
  const link = element('a', { href: `/?job=${id}` });
  const item = element('li', {}, link);
  item.dataset.job = id;
  return item;
}

function fill(item, { job_id: id, status, progress, created_at: created }) {
  const age = Date.now() - Date.parse(created);
  const when = age < 10_000 ? 'just now' : `${duration(age).replace(/ \d+ (s|min)$/, '')} ago`;
  const done = status === 'ongoing' ? `${Math.floor(progress.percent)} % of ` : '';
  const here = new URLSearchParams(location.search).get('job') === id;
  item.firstChild.ariaCurrent = here ? 'page' : null;
  item.firstChild.replaceChildren(
    element('strong', {}, `Job ${id}`),
    element('span', { className: `pill ${status}` }, status),
    element('span', { className: 'hint' }, `${done}${count(progress.total, 'image')}, ${when}`),
    fillBar(element('span', { className: 'bar', hidden: status !== 'ongoing' }), progress),
  );
  return item;
}

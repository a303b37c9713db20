import { ask, Refusal } from './api.js';
import { jsonProblem } from './json-problem.js';
import { byId, count } from './text.js';

const CHECK_AFTER_MS = 250;
const ASK_AGAIN_MS = 2_000;

/** @param onSubmitted called with the id of a job that was accepted */
export function setUpSubmitForm(onSubmitted) {
  const text = byId('json');
  const button = document.querySelector('#submit [type=submit]');
  let timer;
  let key;

  const note = (message, wrong = false) => {
    byId('json-note').textContent = message;
    byId('json-note').classList.toggle('wrong', wrong);
    text.setAttribute('aria-invalid', String(wrong));
  };
  const check = () => {
    const problem = text.value.trim() === '' ? undefined : jsonProblem(text.value);
    note(problem?.message ?? summary(text.value), problem !== undefined);
  };
  const useExample = async (click) => {
    const example = await exampleJob().catch((error) => error);
    if (example instanceof Refusal) return;
    if (example instanceof Error) return void setTimeout(useExample, ASK_AGAIN_MS, click);
    key = undefined;
    if (click || text.value === '') text.value = example;
    check();
  };

  const submit = async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const problem = jsonProblem(text.value);
    if (problem) {
      note(problem.message, true);
      text.focus();
      text.setSelectionRange(problem.at, problem.at + 1);
      return;
    }
    // One key for one content: a second try after a lost answer does not make a second job.
    key ??= `page-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    button.disabled = true;
    note('Submitting …');
    try {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      const { job_id: id } = await ask('/api/submit', { method: 'POST', headers, body: text.value });
      key = undefined;
      check();
      onSubmitted(id);
    } catch (error) {
      note(error.message, true);
    } finally {
      button.disabled = false;
    }
  };

  text.form.addEventListener('submit', submit);
  text.addEventListener('input', () => {
    key = undefined;
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_AFTER_MS);
  });
  byId('example').addEventListener('click', useExample);
  void useExample();
}

/** The example of the API's own documentation, as of now: its pictures can always be fetched. */
async function exampleJob() {
  const { paths } = await ask('/docs-json');
  const { samples } = paths['/api/submit'].post.requestBody.content['application/json'].examples;
  const visit_time = new Date().toISOString().replace(/\.\d+/, '');
  const visits = samples.value.visits.map((visit) => ({ ...visit, visit_time }));
  return JSON.stringify({ ...samples.value, visits }, null, 2);
}

function summary(text) {
  const { visits } = text.trim() === '' ? {} : (JSON.parse(text) ?? {});
  if (!Array.isArray(visits)) return '';
  const images = visits.reduce((sum, visit) => sum + (visit?.image_url?.length ?? 0), 0);
  return `${count(visits.length, 'visit')}, ${count(images, 'image')}`;
}

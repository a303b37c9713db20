import { contentOf } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit.js';
import { changeText } from './cancel.js';

export const pause: Command = {
  name: 'pause',
  places: ['job'],
  summary: 'Start no more images of a job until it is resumed; those under way end.',
  options: {},
  examples: ['pause 128'],
  async run(given, { api, print }) {
    const call = api.POST('/api/jobs/{id}/pause', { params: { path: { id: given.job } } });
    print(changeText(await contentOf(call)));
    return EXIT.good;
  },
};

export const resume: Command = {
  name: 'resume',
  places: ['job'],
  summary: 'Go on with a job that was paused.',
  options: {},
  examples: ['resume 128'],
  async run(given, { api, print }) {
    const call = api.POST('/api/jobs/{id}/resume', { params: { path: { id: given.job } } });
    print(changeText(await contentOf(call)));
    return EXIT.good;
  },
};

import { ErrorBody } from '../common/http/error-body.js';

/** What several operations on groups have in common. */
export const GROUP_ID = { name: 'id', example: '4' };
export const CURSOR = { name: 'cursor', required: false, description: '`next_cursor` of the page before.' };
export const MISFIT = {
  type: ErrorBody,
  description:
    'A value does not fit, the rule is none (`INVALID_RULE`), or it names a group that is not there (`GROUP_NOT_FOUND`).',
  example: {
    error:
      '"rule.all[0]" must have one of all, any, not, category, area, name, name_like, tags, active, group.',
    code: 'INVALID_RULE',
  },
};
export const NO_SUCH_GROUP = {
  type: ErrorBody,
  description: 'There is no such group, or it is deleted.',
  example: { error: 'There is no group "4".', code: 'GROUP_NOT_FOUND' },
};
export const TOO_SLOW = {
  type: ErrorBody,
  description: 'It takes longer than 10 s to find its stores (`GROUP_TOO_SLOW`).',
  example: {
    error: 'It takes longer than 10 s to find the stores of this group; make its rule simpler.',
    code: 'GROUP_TOO_SLOW',
  },
};
export const TAKEN = {
  type: ErrorBody,
  description: 'The name is taken (`GROUP_NAME_TAKEN`), or there are 1,000 groups (`TOO_MANY_GROUPS`).',
  example: { error: 'There is a group "Hotels" already.', code: 'GROUP_NAME_TAKEN' },
};
export const IMPOSSIBLE = {
  type: ErrorBody,
  description:
    'The name is taken (`GROUP_NAME_TAKEN`), the group would contain itself (`GROUP_CIRCLE`), or there is a newer version (`GROUP_CHANGED`).',
  example: {
    error: 'Groups must not contain themselves: "North" uses "Hotels" uses "North".',
    code: 'GROUP_CIRCLE',
  },
};
export const TOO_LARGE = {
  type: ErrorBody,
  description: 'It would be too large (`GROUP_TOO_LARGE`), or the list names stores that are not there.',
  example: {
    error: 'The group "Hotels" would have more than 100000 stores on its list.',
    code: 'GROUP_TOO_LARGE',
  },
};

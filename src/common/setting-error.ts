/** A setting that cannot be used; its message names the variable and ends the start. */
export class SettingError extends Error {}

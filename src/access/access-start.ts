import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SettingError } from '../common/setting-error.js';
import { accessConfig, type AccessConfig } from '../config/access.config.js';
import { serverConfig, type ServerConfig } from '../config/server.config.js';
import { insider } from './caller.js';
import { KeysService } from './keys/keys.service.js';

/** Sees to it that a service which asks for keys has one. A worker does not: it serves health, and figures to keys. */
@Injectable()
export class AccessStart implements OnModuleInit {
  private readonly log = new Logger('Access');

  constructor(
    private readonly keys: KeysService,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
    @Inject(serverConfig.KEY) private readonly server: ServerConfig,
  ) {}

  /** @throws SettingError when nobody could come in */
  async onModuleInit(): Promise<void> {
    const { mode, bindsLoopback, printsFirstKey } = this.config;
    if (mode === 'off' && !bindsLoopback) {
      this.log.warn('AUTH=off: whoever reaches this service may do everything with it');
    }
    if (mode !== 'keys' || this.server.role === 'worker') return;
    if (printsFirstKey) await this.printFirstKey();
    else if (!(await this.keys.hasUsable())) throw new SettingError(this.wayIn());
  }

  /** On stdout, as plain text: a person is to read it, and no log store should take it for an event. */
  private async printFirstKey(): Promise<void> {
    const first = await this.keys.createFirst(insider('start'));
    if (!first) return;
    process.stdout.write(`\nThe first API key, with the scope "admin"; it is shown only this once:\n\n`);
    process.stdout.write(`    ${first.text}\n\n`);
  }

  private wayIn(): string {
    const why = this.config.bindsLoopback ? 'AUTH is on' : `Others can reach HOST ${this.server.host}`;
    return (
      `${why}, but there is no API key yet: make one with ` +
      `"npm run keys -- create --name admin --scope admin" (in a container ` +
      `"node dist/cli.js keys create --name admin --scope admin"), or let everybody in with AUTH=off.`
    );
  }
}

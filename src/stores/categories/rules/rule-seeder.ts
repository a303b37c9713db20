import { readFile } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { insider } from '../../../access/caller.js';
import { SettingError } from '../../../common/setting-error.js';
import { storesConfig, type StoresConfig } from '../../../config/stores.config.js';
import { RulesMovedOnError } from '../categories.errors.js';
import { newRulesFrom } from './rule-csv.js';
import { RuleVersionsRepository } from './rule-versions.repository.js';

/** Loads the rules at a start that finds none; before the first stores are loaded, which then get their categories at once. */
@Injectable()
export class RuleSeeder implements OnModuleInit {
  private readonly log = new Logger('Categories');

  constructor(
    private readonly versions: RuleVersionsRepository,
    @Inject(storesConfig.KEY) private readonly config: StoresConfig,
  ) {}

  /** @throws SettingError when there are no rules and STORE_CATEGORIES_CSV cannot be loaded */
  async onModuleInit(): Promise<void> {
    if (await this.versions.findCurrent()) return;
    const rules = newRulesFrom(await this.read(), 'The rules that came with the service.');
    if ('problems' in rules) {
      const { line, reason } = rules.problems[0] ?? { line: 1, reason: '' };
      throw new SettingError(`STORE_CATEGORIES_CSV cannot be loaded. Line ${line}: ${reason}`);
    }
    try {
      await this.versions.append(rules, insider('start'), { basedOn: '0' });
      this.log.log({ file: this.config.categoriesCsv, rules: rules.rules }, 'Rules for categories loaded');
    } catch (error) {
      // Another process was quicker.
      if (!(error instanceof RulesMovedOnError)) throw error;
    }
  }

  private async read(): Promise<string> {
    return readFile(this.config.categoriesCsv, 'utf8').catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      throw new SettingError(`STORE_CATEGORIES_CSV cannot be read (${this.config.categoriesCsv}: ${code}).`);
    });
  }
}

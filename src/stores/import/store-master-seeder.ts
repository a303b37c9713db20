import { basename } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainError } from '../../common/domain-error.js';
import { SettingError } from '../../common/setting-error.js';
import { storesConfig, type StoresConfig } from '../../config/stores.config.js';
import { FileProblemError, findCsv } from './csv-file.js';
import type { ImportResult } from './import-result.js';
import { StoreImporter } from './store-importer.js';
import { StoreImportsRepository } from './store-imports.repository.js';

/** Fills an empty Store Master at the start, so that a new installation can take jobs at once. */
@Injectable()
export class StoreMasterSeeder implements OnApplicationBootstrap {
  private readonly log = new Logger('StoreMaster');

  constructor(
    private readonly importer: StoreImporter,
    private readonly imports: StoreImportsRepository,
    @Inject(storesConfig.KEY) private readonly config: StoresConfig,
  ) {}

  /** @throws SettingError when there are no stores and STORE_MASTER_CSV cannot be loaded */
  async onApplicationBootstrap(): Promise<void> {
    if (await this.imports.hasStores()) return;
    const result = await this.load().catch((error: unknown) => {
      if (!(error instanceof DomainError || error instanceof FileProblemError)) throw error;
      throw new SettingError(`STORE_MASTER_CSV cannot be loaded. ${error.message}`);
    });
    if (result) this.log.log({ file: this.config.masterCsv, stores: result.inserted }, 'Store Master loaded');
  }

  private async load(): Promise<ImportResult | undefined> {
    const file = await findCsv(this.config.masterCsv);
    return this.importer.importIntoEmpty(file.chunks, {
      fileName: basename(this.config.masterCsv),
      importedBy: 'start',
      dryRun: false,
      deactivateMissing: false,
      allowRejects: false,
    });
  }
}

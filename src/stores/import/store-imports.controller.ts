import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiParam,
  ApiPayloadTooLargeResponse,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { assertCsv, importOptionsFrom } from '../dto/import-options.js';
import {
  ImportRefusedDto,
  StoreImportDto,
  StoreImportPageDto,
  toImportDto,
  toImportSummaryDto,
  toRefusedDto,
} from '../dto/store-import.dto.js';
import { ImportRejectedError } from './import.errors.js';
import { assertMayFit, bodyOf, drain } from './request-body.js';
import { StoreImporter } from './store-importer.js';
import { StoreImportsService } from './store-imports.service.js';

const FLAG = { required: false, enum: ['true', 'false'], example: 'false' };
const EXAMPLE = 'AreaCode,StoreName,StoreID\r\n7100015,"GANESH KIRANA, OLD BUS STAND",RP00001\r\n';

@ApiTags('stores')
@Requires('read')
@Controller('api/stores/imports')
export class StoreImportsController {
  constructor(
    private readonly importer: StoreImporter,
    private readonly imports: StoreImportsService,
  ) {}

  /**
   * Loads a CSV file into the Store Master, all of it or nothing.
   *
   * @remarks
   * Columns `AreaCode`, `StoreName`, `StoreID` and maybe `Latitude`, `Longitude`, in any order and case.
   * Stores that are there already are updated; a file that is loaded again changes nothing.
   */
  @Post()
  @Requires('admin')
  @ApiConsumes('text/csv')
  @ApiBody({ description: 'CSV in UTF-8, at most 256 MB.', schema: { type: 'string', example: EXAMPLE } })
  @ApiQuery({ name: 'dry_run', ...FLAG, description: 'Count what would change, and change nothing.' })
  @ApiQuery({
    name: 'deactivate_missing',
    ...FLAG,
    description: 'Deactivate the stores that are not in the file.',
  })
  @ApiQuery({ name: 'allow_rejects', ...FLAG, description: 'Load the good rows although others are bad.' })
  @ApiQuery({
    name: 'file_name',
    required: false,
    example: 'stores.csv',
    description: 'Kept with the import.',
  })
  @ApiCreatedResponse({ type: StoreImportDto, description: 'The file is loaded.' })
  @ApiOkResponse({ type: StoreImportDto, description: 'A dry run: nothing was changed.' })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or the file did not arrive whole.',
  })
  @ApiConflictResponse({ type: ErrorBody, description: 'Another import is running (`IMPORT_RUNNING`).' })
  @ApiPayloadTooLargeResponse({ type: ErrorBody, description: 'The file is too large.' })
  @ApiUnsupportedMediaTypeResponse({ type: ErrorBody, description: 'The body is not said to be CSV.' })
  @ApiUnprocessableEntityResponse({
    type: ImportRefusedDto,
    description: 'Rows cannot be loaded, or the file is not CSV; nothing was changed.',
  })
  async create(
    @Query() query: QueryValues,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StoreImportDto | ImportRefusedDto> {
    assertCsv(request.headers);
    assertMayFit(request);
    const caller = callerOf(request);
    const options = importOptionsFrom(query, caller);
    try {
      const result = await this.importer.import(bodyOf(request), options, caller);
      response.status(result.dryRun ? HttpStatus.OK : HttpStatus.CREATED);
      return toImportDto(result);
    } catch (error) {
      await drain(request);
      if (!(error instanceof ImportRejectedError)) throw error;
      response.status(HttpStatus.UNPROCESSABLE_ENTITY);
      return toRefusedDto(error);
    }
  }

  /** Imports, newest first. */
  @Get()
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    example: 50,
    description: 'Imports per page, 1 to 500; 50 by default.',
  })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<StoreImportPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.imports.list(beforeId, parseLimit(query['limit']));
    return { imports: page.items.map(toImportSummaryDto), next_cursor: page.nextCursor };
  }

  /** One import, with its first rejects. */
  @Get(':id')
  @ApiParam({ name: 'id', example: '12' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such import (`IMPORT_NOT_FOUND`).' })
  async find(@Param('id') id: string): Promise<StoreImportDto> {
    return toImportDto(await this.imports.find(id));
  }
}

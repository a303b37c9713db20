import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires } from '../../access/requires.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import { GroupsService } from '../../groups/groups.service.js';
import { parseJobId } from '../dto/job-id.js';
import { CSV, goneSignal, isAbandoned, sendFile, XLSX, type FileKind } from './export-answer.js';
import { DocumentExport, DocumentJobExport } from './export-docs.js';
import { exportFilterFrom, jobExportFilterFrom, type ExportFilter } from './export-filter.js';
import { ExportsService } from './exports.service.js';

@ApiTags('jobs')
@Requires('read')
@Controller('api')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly groups: GroupsService,
  ) {}

  /** The images of a job with their results, as a CSV file. */
  @Get('jobs/:id/results.csv')
  @DocumentJobExport(CSV)
  async jobCsv(
    @Param('id') id: string,
    @Query() query: QueryValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sendJob(parseJobId(id), CSV, query, request, response);
  }

  /** The images of a job with their results, as a workbook for spreadsheets. */
  @Get('jobs/:id/results.xlsx')
  @DocumentJobExport(XLSX)
  async jobXlsx(
    @Param('id') id: string,
    @Query() query: QueryValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sendJob(parseJobId(id), XLSX, query, request, response);
  }

  /** Images of all jobs with their results, as a CSV file. */
  @Get('results.csv')
  @DocumentExport()
  async csv(@Query() query: QueryValues, @Req() request: Request, @Res() response: Response): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    const file = { name: `results-${day}`, kind: CSV };
    await this.send(await this.inGroup(exportFilterFrom(query), query), file, request, response);
  }

  private async sendJob(
    jobId: string,
    kind: FileKind,
    query: QueryValues,
    request: Request,
    response: Response,
  ): Promise<void> {
    const file = { name: `job-${jobId}-results`, kind };
    await this.send(await this.inGroup(jobExportFilterFrom(jobId, query), query), file, request, response);
  }

  private async inGroup(filter: ExportFilter, query: QueryValues): Promise<ExportFilter> {
    return { ...filter, group: await this.groups.conditionIfNamed(textFrom(query, 'group')) };
  }

  private async send(
    filter: ExportFilter,
    file: { readonly name: string; readonly kind: FileKind },
    request: Request,
    response: Response,
  ): Promise<void> {
    try {
      const gone = goneSignal(response);
      await this.exports.export(filter, gone, (found) => sendFile(request, response, file, found));
    } catch (error) {
      if (!isAbandoned(error)) throw error;
    }
  }
}

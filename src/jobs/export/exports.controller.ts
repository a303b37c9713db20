import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires } from '../../access/requires.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { parseJobId } from '../dto/job-id.js';
import { CSV, goneSignal, isAbandoned, sendFile, XLSX, type FileKind } from './export-answer.js';
import { DocumentExport, DocumentJobExport } from './export-docs.js';
import { exportFilterFrom, jobExportFilterFrom, type ExportFilter } from './export-filter.js';
import { ExportsService } from './exports.service.js';

@ApiTags('jobs')
@Requires('read')
@Controller('api')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

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
    await this.send(exportFilterFrom(query), { name: `results-${day}`, kind: CSV }, request, response);
  }

  private sendJob(jobId: string, kind: FileKind, query: QueryValues, request: Request, response: Response) {
    const file = { name: `job-${jobId}-results`, kind };
    return this.send(jobExportFilterFrom(jobId, query), file, request, response);
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

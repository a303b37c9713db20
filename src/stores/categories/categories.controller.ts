import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import { CategoriesDto, CategoryPassDto, toCategoriesDto, toPassDto } from './categories.dto.js';
import { CategoriesService } from './categories.service.js';

@ApiTags('categories')
@Requires('read')
@Controller('api/categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  /** How many stores are of each kind, and whether that is up to date. */
  @Get()
  @ApiQuery({ name: 'area_code', required: false, example: '7100015', description: 'Only this area.' })
  @ApiQuery({ name: 'group', required: false, example: '4', description: 'Only stores of this group.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit, or there is no such group.' })
  async count(@Query() query: QueryValues): Promise<CategoriesDto> {
    const { counts, pass } = await this.categories.count(
      textFrom(query, 'area_code'),
      textFrom(query, 'group'),
    );
    return toCategoriesDto(counts, pass);
  }

  /** How far the stores have come on their way to the rules in force and to what corrections taught. */
  @Get('pass')
  async pass(): Promise<CategoryPassDto> {
    return toPassDto(await this.categories.pass());
  }
}

import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../category.js';

/** The category somebody knows a store to have. */
export class SetCategoryRequest {
  /** `unknown` keeps the rules from guessing. */
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'grocery' })
  readonly category!: Category;
}

import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { LetterQuery } from './letter.dto.js';
import { LetterService } from './letter.service.js';

@ApiTags('delegations')
@Controller('api/v1/delegations')
export class LetterController {
  constructor(private readonly letters: LetterService) {}

  /** The delegation as a letter (delegasjonsfullmakt): a tagged PDF with its receipt attached. */
  @Get(':id/letter')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  async getDelegationLetter(@IdParam() id: string, @Query() query: LetterQuery, @By() by: Actor) {
    const pdf = await this.letters.letter(id, query, by);
    const disposition = `attachment; filename="delegasjonsfullmakt-${id}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }
}

import { Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Problem } from './problem.js';

/** An id that is no UUID names nothing, here or at another clinic. */
class KnownForm implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw new Problem('not-found');
    return id.toLowerCase();
  }
}

class KnownFormOrMe extends KnownForm {
  override transform(id: string): string {
    return id === 'me' ? id : super.transform(id);
  }
}

/** As `IdParam`, of a person, or `me`. */
export const IdOrMeParam = (name = 'id'): ParameterDecorator => Param(name, KnownFormOrMe);

export const IdParam = (name = 'id'): ParameterDecorator => Param(name, KnownForm);

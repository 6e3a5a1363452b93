import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Makes } from '../http/answers.js';
import { AddressThrottle } from '../http/throttle.js';
import { ClinicView, SignUpClinic } from './clinic.dto.js';
import { ClinicService } from './clinic.service.js';

@ApiTags('clinics')
@Controller('api/v1/clinics')
@UseGuards(AddressThrottle)
export class ClinicController {
  constructor(private readonly clinics: ClinicService) {}

  @Post()
  @Makes(ClinicView)
  signUpClinic(@Body() command: SignUpClinic) {
    return this.clinics.signUp(command);
  }
}

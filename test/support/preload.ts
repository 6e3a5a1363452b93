// CommonJS Nest libraries fail with a require cycle under jest's ESM unless these are loaded first.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';

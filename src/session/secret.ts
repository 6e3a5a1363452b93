import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that open a session, an invitation or the API; only the hash is stored. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

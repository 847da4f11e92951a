import { documentLink } from '../documents/document-link.ts';
import { beginUpload } from './begin-upload.ts';
import { finishUpload } from './finish-upload.ts';
import type { MaterialTools } from './material-tools.ts';
import { phoneLink } from './phone-link.ts';
import { removeMaterial } from './remove-material.ts';
import { takePiece } from './take-piece.ts';

export function materialOperations(tools: MaterialTools) {
  return {
    'materials.begin': beginUpload(tools),
    'materials.piece': takePiece(tools),
    'materials.finish': finishUpload(tools),
    'materials.remove': removeMaterial(tools),
    'materials.phone': phoneLink(tools),
    'documents.link': documentLink(tools),
  };
}

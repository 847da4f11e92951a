import { applicationForm } from '../application-form.ts';
import { authorisationLetter } from '../authorisation-letter.ts';
import type { ApplicationForm, AuthorisationLetter, PersonalSealSheet, SealSheet } from '../document-data.ts';
import { personalSealSheet } from '../personal-seal-sheet.ts';
import { sealSheet } from '../seal-sheet.ts';

export type DocumentRequest =
  | { readonly kind: 'application-form'; readonly data: ApplicationForm }
  | { readonly kind: 'authorisation-letter'; readonly data: AuthorisationLetter }
  | { readonly kind: 'seal-sheet'; readonly data: SealSheet }
  | { readonly kind: 'personal-seal-sheet'; readonly data: PersonalSealSheet };

/** The document as a PDF; the same request gives the same bytes. */
export async function printed(request: DocumentRequest): Promise<Buffer> {
  switch (request.kind) {
    case 'application-form':
      return applicationForm(request.data);
    case 'authorisation-letter':
      return authorisationLetter(request.data);
    case 'seal-sheet':
      return sealSheet(request.data);
    case 'personal-seal-sheet':
      return personalSealSheet(request.data);
  }
}

import type { OrderErrorTexts } from '../language.ts';

export const orderErrorTexts: OrderErrorTexts = {
  SESSION_MISSING: {
    what: 'This step needs to know that it is you.',
    means: 'No sign-in came with the request, and nothing was changed.',
    next: 'Enter through order search with an SMS code, then continue.',
  },
  SESSION_OVER: {
    what: 'Your sign-in has ended.',
    means: 'It is kept for a short time only, to protect your data; what you filled in is safe.',
    next: 'Enter again through order search with an SMS code and go on.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    what: 'The request was incomplete and was not carried out.',
    means: 'It lacks the key that keeps things from being done twice.',
    next: 'Update the extension and try again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    what: 'One key was used for two different requests.',
    means: 'The second was not carried out, to be safe.',
    next: 'Open the order again and retry.',
  },
  REQUEST_IN_PROGRESS: {
    what: 'This step is being carried out.',
    means: 'An earlier click is still being worked on; it will not be done twice.',
    next: 'Wait a few seconds and look again.',
  },
  ORDER_UNKNOWN: {
    what: 'This order was not found.',
    means: 'It may have been removed, or is not yours.',
    next: 'Enter through order search and choose the order.',
  },
  ORDER_CHANGED: {
    what: 'The order was changed elsewhere a moment ago.',
    means: 'This step was not carried out, so that nothing is overwritten.',
    next: 'Look through the newest version, then continue.',
  },
  ORDER_STEP_NOT_ALLOWED: {
    what: 'This step cannot be done now.',
    means: 'The order stands at another step.',
    next: 'Continue from the order’s details, step by step.',
  },
  ORDER_UNFINISHED: {
    what: 'An order for this ID ({number}) is not finished yet.',
    means: 'There can be one at a time for the same business. What you filled in here is kept.',
    next: 'Continue that one, or cancel it first.',
  },
  BUSINESS_NOT_OFFERED: {
    what: 'This channel does not offer that online.',
    means: 'No order was begun and nothing was charged.',
    next: 'Choose another channel, or follow the channel’s instructions on paper.',
  },
  FORM_INVALID: {
    what: 'Some fields need another look.',
    means: 'The marked ones are missing or not right; everything else is kept.',
    next: 'See the hint under each of them, then continue.',
  },
  IDENTITY_NOT_CHECKED: {
    what: 'The identity check is not complete.',
    means: 'Both the unit and the operator must pass before submitting. What you filled in is kept.',
    next: 'Go back to the check, complete it, and continue.',
  },
  IDENTITY_DIFFERS: {
    what: 'Name, ID number and phone (or card) do not belong together.',
    means: 'The carrier’s or bank’s records differ. {triesLeft} {triesLeft#try is|tries are} left.',
    next: 'Check that the phone or card is in that person’s own name; a unit can use the account transfer instead.',
  },
  IDENTITY_TRIES_OVER: {
    what: 'This way of checking has been tried too often today.',
    means: 'It is closed for now, to keep others from misusing it. What you filled in is kept.',
    next: 'Try again tomorrow, or choose another way.',
  },
  PROVIDER_AWAY: {
    what: 'The checking service does not answer just now.',
    means: 'This try does not count, and what you filled in is kept.',
    next: 'Try again in a few minutes, or choose another way.',
  },
  TRANSFER_REFUSED: {
    what: 'The transfer of one fen was not accepted.',
    means: 'The account number, its name or the bank may be wrong.',
    next: 'Check the account, correct it, and send again.',
  },
  CAPTCHA_WRONG: {
    what: 'The answer to the small sum is not right.',
    means: 'There is a new one; what you filled in is kept.',
    next: 'Work out the new one, or choose the one in words.',
  },
  CAPTCHA_OVER: {
    what: 'This small sum has expired.',
    means: 'Each can be used once, within a few minutes.',
    next: 'Ask for another.',
  },
  AGREEMENT_OUTDATED: {
    what: 'The agreement has a new version.',
    means: 'You need to see it before you agree. What you filled in is kept.',
    next: 'Open it, read it, and tick again.',
  },
  DIGEST_DIFFERS: {
    what: 'What was confirmed is not what the order holds.',
    means: 'This step was not carried out: only what was shown may be signed.',
    next: 'Open the confirmation again, read it, and confirm.',
  },
  MATERIALS_MISSING: {
    what: '{count} {count#document is|documents are} still missing.',
    means: 'All are needed before submitting; those uploaded are kept.',
    next: 'Add the ones marked as missing.',
  },
  NOT_AUTHORISED: {
    what: 'The authorisation code has not been entered.',
    means: 'It was sent to the legal representative, or stands in the remark of the 1-fen transfer.',
    next: 'Enter the six digits first.',
  },
  CODE_WRONG: {
    what: 'That code is not right; {triesLeft} {triesLeft#try is|tries are} left.',
    means: 'The step was not carried out.',
    next: 'Look at the newest message and enter it again.',
  },
  CODE_OVER: {
    what: 'This code is no longer valid.',
    means: 'Its time or tries are over, or it was used.',
    next: 'Ask for a new one.',
  },
  CODE_TOO_SOON: {
    what: 'One was sent a moment ago.',
    means: 'Another can be sent in {seconds} {seconds#second|seconds}; the earlier one is still valid.',
    next: 'Look at the phone, and wait before resending.',
  },
  TRIES_TOO_FAST: {
    what: 'That was too often in a short time.',
    means: 'A pause protects people from misuse. What you filled in is kept.',
    next: 'Try again in {seconds} {seconds#second|seconds}.',
  },
  MATERIAL_NOT_A_PICTURE: {
    what: 'That file is not a picture.',
    means: 'It was not kept; the other documents are untouched.',
    next: 'Choose a jpg, png or gif picture.',
  },
  MATERIAL_KIND_NOT_ALLOWED: {
    what: 'That kind of picture is not accepted.',
    means: 'Only jpg, png and gif are. It was not kept.',
    next: 'Save it as jpg and upload again.',
  },
  MATERIAL_TOO_LARGE: {
    what: 'The picture is over {limit} MB, so it was not uploaded.',
    means: 'The other documents are untouched.',
    next: 'Choose Compress: the text stays readable.',
  },
  MATERIAL_TOO_MANY_PIXELS: {
    what: 'The picture’s dimensions are too large.',
    means: 'It was not kept.',
    next: 'Make it smaller, or take a new photo.',
  },
  MATERIAL_TOO_SMALL: {
    what: 'The picture is too small to be read.',
    means: 'It was not kept; the others are untouched.',
    next: 'Use the original, or take a new photo.',
  },
  MATERIAL_SEVERAL_PAGES: {
    what: 'The file has several pages, or moves.',
    means: 'Each slot takes one page; it was not kept.',
    next: 'Save each page as its own picture.',
  },
  MATERIAL_DAMAGED: {
    what: 'The picture cannot be opened.',
    means: 'It may be damaged or incomplete; it was not kept.',
    next: 'Export it again, or take a new photo.',
  },
  UPLOAD_UNKNOWN: {
    what: 'This upload is over.',
    means: 'Its time may have run out; the others are untouched.',
    next: 'Choose the picture again.',
  },
  UPLOAD_OFFSET: {
    what: 'The upload does not join up.',
    means: 'It should go on at byte {offset}; what was sent is kept.',
    next: 'It continues by itself; if not, choose the picture again.',
  },
  UPLOAD_DIFFERS: {
    what: 'What arrived is not the picture that was chosen.',
    means: 'Something went wrong on the way; it was not kept.',
    next: 'Upload it again.',
  },
  DOCUMENT_NOT_THERE: {
    what: 'That document does not exist yet.',
    means: 'It is made when its step is reached.',
    next: 'Continue with the order first.',
  },
  TRANSFER_RETURNED: {
    what: 'The fen has come back.',
    means:
      'Account number, name or bank differ from the bank’s records, so the code did not arrive. What you filled in is kept.',
    next: 'Check the account, correct it and send again, or choose another way.',
  },
  PAYMENT_NOT_ASKED: {
    what: 'Nothing is to be paid for this order now.',
    means: 'It may be paid already, or has not come to its payment yet.',
    next: 'Refresh the order to see where it stands.',
  },
  PAYMENT_WAY_NOT_OFFERED: {
    what: 'That way of paying is not open now.',
    means: 'This platform does not take it. The order and its price are unchanged.',
    next: 'Choose another way of paying.',
  },
  PAYMENT_PROVIDER_AWAY: {
    what: 'The payment provider does not answer just now.',
    means: 'Nothing was charged; if you have paid already, the money is not lost, and we keep asking.',
    next: 'Try again in a moment, or choose another way of paying.',
  },
  PRICE_ABOVE_PAID: {
    what: 'After the change the price is above what was paid.',
    means: '{paid} yuan were paid, the price would be {total}; a paid order cannot be topped up.',
    next: 'Choose the former product, or cancel the order (the money goes back) and apply anew.',
  },
};

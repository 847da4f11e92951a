import type { KeyWorkErrorTexts } from '../language.ts';

export const keyWorkErrorTexts: KeyWorkErrorTexts = {
  KEY_CHANGED: {
    what: 'A different key is plugged in, so the work stopped and nothing was written.',
    means: 'Another key is the one being worked on.',
    next: 'Put the first key back and it goes on by itself.',
  },
  KEY_BUSY: {
    what: 'This key is busy with something else.',
    means: 'Two things cannot write to one key at the same time, so this one was not begun.',
    next: 'Wait for the other to finish, then try again.',
  },
  CAPABILITY_MISSING: {
    what: 'The driver of this key cannot do this step ({capability}).',
    means: 'The key was not changed and its certificates still work.',
    next: "Update the driver from the key's maker; if that does not help, apply for a re-issue.",
  },
  PIN_WRONG: {
    what: 'That password is not right.',
    means: 'The key card shows the tries left; when all are used the key locks, and no certificate is lost.',
    next: 'Think before you try again, or unlock it free of charge.',
  },
  PIN_LOCKED: {
    what: 'The password is locked.',
    means: 'All tries are used. The certificates are not damaged.',
    next: 'Unlock the key: it is free and takes about two minutes.',
  },
  PIN_LAST_TRY: {
    what: 'Only 1 try is left, so the password was not tried.',
    means: 'One more wrong try locks the key. No certificate is lost, but it has to be unlocked.',
    next: 'If you are sure, confirm and enter it; otherwise unlock the key free of charge.',
  },
  PIN_NOT_SET: {
    what: 'This key has no password yet.',
    means: 'Without a password it cannot sign.',
    next: 'Unlock the key to set one, free of charge.',
  },
  PIN_LENGTH: {
    what: 'The password has the wrong length and was not tried.',
    means: 'This key takes {min} to {max} characters. No try was used.',
    next: 'Enter one of that length.',
  },
  PIN_TRIVIAL: {
    what: 'The new password is too easy to guess, so nothing was changed.',
    means: 'All the same, a sequence, or your birthday will not do. The old password still works.',
    next: 'Choose one that others would not think of.',
  },
  PIN_SAME: {
    what: 'The new password is the same as the old one, so nothing was changed.',
    means: 'The old password still works.',
    next: 'Choose a different one.',
  },
  PIN_CHARACTERS: {
    what: 'The password has characters that this key does not take, so it was not written.',
    means: 'The key was not changed and no try was used.',
    next: 'Choose one of digits only, or of digits and Latin letters.',
  },
  WORK_ORDER_INVALID: {
    what: 'The work order is not genuine, so the key was not touched.',
    means: 'It was not signed by the CertBridge service, or was altered.',
    next: 'Open the panel again and retry; if it happens again, call the hotline.',
  },
  WORK_ORDER_OTHER_AUDIENCE: {
    what: 'The work order is not meant for this helper, so the key was not touched.',
    means: 'It was signed for another purpose.',
    next: 'Open the panel again and retry; if it happens again, call the hotline.',
  },
  WORK_ORDER_EXPIRED: {
    what: 'The work order has expired, so the key was not touched.',
    means: 'It is valid for a few minutes; a wrong computer clock has the same effect.',
    next: 'Check the date and time of this computer and try again. What was done is kept.',
  },
  WORK_ORDER_USED: {
    what: 'The work order was used before, so the key was not touched.',
    means: 'Each one works once.',
    next: 'Try again: a new one is fetched.',
  },
  WORK_ORDER_OTHER_KEY: {
    what: 'This is not the key that the order is for, so it was not touched.',
    means: 'The plugged key and the one in the order differ.',
    next: 'Plug in the key of the order; the order shows its last four digits.',
  },
  WORK_ORDER_OTHER_VERB: {
    what: 'The work order is for a different step, so the key was not touched.',
    means: 'It was signed for something else.',
    next: 'Open the panel again and retry.',
  },
  WORK_ORDER_TERMS: {
    what: 'The work order lacks what this step needs, so the key was not touched.',
    means: 'Extension, helper and service may be of different versions.',
    next: 'Update the extension and the helper, then try again.',
  },
  KEY_FULL: {
    what: 'There is not enough room on the key, so nothing was written.',
    means: 'Every certificate that was there still works.',
    next: 'Call the hotline to see what can be cleared, or apply for a new key.',
  },
  CERTIFICATE_MISMATCH: {
    what: 'The new certificate does not belong to the pair on this key, so it was not written.',
    means: 'The old certificate still works.',
    next: 'Try again; if it happens again, call the hotline with the order number.',
  },
  CERTIFICATE_NOT_FOUND: {
    what: 'That certificate is not on this key.',
    means: 'It may have been replaced, or is on another key.',
    next: 'Check whether this is the right key.',
  },
  WRITE_NOT_VERIFIED: {
    what: 'What was written did not pass the check.',
    means: 'The old certificate was not touched and still works, and your payment is safe.',
    next: 'Unplug the key and put it back: it goes on by itself.',
  },
  SEAL_BROKEN: {
    what: 'The unlocking data cannot be opened, so the key was not touched.',
    means: 'It was not made for this attempt, or was damaged on the way.',
    next: 'Start unlocking again; it is free.',
  },
  SO_PIN_WRONG: {
    what: 'This key does not accept the administrator password that we keep.',
    means: 'It may not be made by us, or other software changed it.',
    next: 'Do not try again; apply for a re-issue and a new key is posted to you.',
  },
  SO_PIN_LOCKED: {
    what: 'The administrator password of this key is locked, so it cannot be unlocked any more.',
    means: 'The certificates are not damaged, but no new password can be set.',
    next: 'Apply for a re-issue and a new key is posted to you.',
  },
  KEY_NOT_BLANK: {
    what: 'This key is not blank, so it was not initialised.',
    means: 'It may hold certificates, and initialising would erase them.',
    next: 'Use a blank one; to make this one anew, an administrator orders it by its serial.',
  },
  LABEL_TOO_LONG: {
    what: 'The label is too long for this key, so it was not initialised.',
    means: 'It takes {max} bytes; a Chinese character is 3 of them. The key was not changed.',
    next: 'Issue the work order again with a shorter label.',
  },
};

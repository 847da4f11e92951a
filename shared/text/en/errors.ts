import type { ErrorTexts } from '../language.ts';

const ASK_HOTLINE = 'Try once more; if it fails again, call the hotline and give them the code below.';
const UPDATE_EXTENSION = "Update the extension: open the browser's extensions page and choose Update.";
const INSTALL_HOST = 'Install the helper (about a minute, no restart).';

export const errorTexts: ErrorTexts = {
  FRAME_TOO_LARGE: {
    what: 'What was sent is too large and was not processed.',
    means: 'One message may hold {limit} bytes. Nothing already done is affected.',
    next: ASK_HOTLINE,
  },
  FRAME_TRUNCATED: {
    what: 'What arrived is incomplete.',
    means: 'The connection broke half-way, so this step was not carried out.',
    next: 'Please try again.',
  },
  FRAME_NOT_UTF8: {
    what: 'What arrived could not be read.',
    means: 'Its text encoding is wrong, so this step was not carried out.',
    next: UPDATE_EXTENSION,
  },
  FRAME_NOT_JSON: {
    what: 'What arrived could not be read.',
    means: 'Its format is wrong, so this step was not carried out.',
    next: UPDATE_EXTENSION,
  },
  MESSAGE_MALFORMED: {
    what: 'The request has the wrong form and was not processed.',
    means: 'The extension and the helper may be of different versions.',
    next: UPDATE_EXTENSION,
  },
  OPERATION_UNKNOWN: {
    what: 'This version does not know that function yet.',
    means: 'One side was updated and the other was not.',
    next: 'Update the extension and the helper, then try again.',
  },
  INPUT_INVALID: {
    what: 'Something is not filled in correctly, so nothing was sent.',
    means: 'Everything that you entered is still there.',
    next: 'Correct the marked places and try again.',
  },
  REPLY_INVALID: {
    what: 'The answer could not be read.',
    means: 'The two sides may be of different versions. No change was lost.',
    next: UPDATE_EXTENSION,
  },
  REPLY_TOO_LARGE: {
    what: 'The answer was too large to be delivered.',
    means: 'One answer may hold {limit} bytes.',
    next: ASK_HOTLINE,
  },
  REQUEST_ID_IN_USE: {
    what: 'The same request was sent twice.',
    means: 'The first is still being worked on; the second was not carried out.',
    next: 'Please wait for the first to finish.',
  },
  TOO_MANY_REQUESTS: {
    what: 'Too much is being done at the same time.',
    means: 'Earlier requests are not finished, so this one was not begun.',
    next: 'Wait a moment, or close CertBridge pages that you do not need.',
  },
  HELLO_FIRST: {
    what: 'The connection is not set up yet.',
    means: 'Both sides must exchange versions first, so this step was not carried out.',
    next: 'Please open the panel again.',
  },
  DEADLINE_EXCEEDED: {
    what: 'There was no answer in time.',
    means: 'The key or the network may be busy. This step has been stopped.',
    next: 'Check that the key is plugged in and the network works, then try again.',
  },
  CANCELLED: {
    what: 'Cancelled, as you asked.',
    means: 'This step did not go on.',
    next: 'You can start again whenever you need to.',
  },
  CONNECTION_LOST: {
    what: 'The connection was lost.',
    means: 'This step got no answer. Everything that was saved is still there.',
    next: 'It reconnects by itself; you can also open the panel again.',
  },
  INTERNAL: {
    what: 'Our program made a mistake.',
    means: 'It has been recorded. Your data and your payment are not affected.',
    next: ASK_HOTLINE,
  },
  CALLER_NOT_ALLOWED: {
    what: 'This cannot be done from here.',
    means: "For safety, some things are done only in CertBridge's own window.",
    next: "Open CertBridge from the browser's toolbar.",
  },
  ORIGIN_NOT_REGISTERED: {
    what: 'This site is not registered and cannot use CertBridge.',
    means: 'Only registered platforms can open the panel. Nothing was disclosed.',
    next: "Come from a registered platform, or open CertBridge from the browser's toolbar.",
  },
  EXTENSION_NOT_FOUND: {
    what: 'The CertBridge extension was not found.',
    means:
      'It is not installed or is turned off in this browser, or this site is not registered, so the panel cannot open.',
    next: 'Install the CertBridge extension or turn it on, then reload this page.',
  },
  HOST_NOT_REGISTERED: {
    what: 'The helper on this computer was not found, so keys cannot be read.',
    means: 'Applying and order search still work.',
    next: INSTALL_HOST,
  },
  HOST_FORBIDDEN: {
    what: 'The helper on this computer does not accept this extension.',
    means: 'The extension may not come from the official store. No key was touched.',
    next: "Install CertBridge from the browser's official store, or ask your administrator to check its registration.",
  },
  HOST_NOT_STARTING: {
    what: 'The helper on this computer does not start, so keys cannot be read.',
    means: 'It may be incompletely installed or held back by security software. Applying and order search still work.',
    next: 'Install the helper again; if security software asks, allow it.',
  },
  HOST_EXITED: {
    what: 'The helper stopped, so keys cannot be read for the moment.',
    means: 'We are reconnecting. The certificates on your key are not affected.',
    next: 'Wait a few seconds; if it does not come back, install the helper again.',
  },
  HOST_TOO_OLD: {
    what: 'The helper on this computer is too old for this extension.',
    means: 'Keys cannot be read until it is updated. Applying and order search still work.',
    next: 'Install the new helper (about a minute, no restart).',
  },
  EXTENSION_TOO_OLD: {
    what: 'This extension is too old for the helper on this computer.',
    means: 'Keys cannot be read until it is updated. Applying and order search still work.',
    next: UPDATE_EXTENSION,
  },
  NO_MODULES: {
    what: 'No key driver was found on this computer.',
    means: 'Without a driver a key cannot be seen, even when it is plugged in.',
    next: "Install the driver from your key's maker; it is noticed by itself.",
  },
  MODULE_NOT_LOADED: {
    what: 'The key driver "{module}" cannot be loaded.',
    means: 'Its file may be missing, damaged, or not 64-bit. Other keys are not affected.',
    next: 'Install the driver of this kind of key again.',
  },
  MODULE_CRASHED: {
    what: 'The key driver "{module}" crashed and was restarted.',
    means: 'This is not a wrong password, and no try was used. Other keys are not affected.',
    next: 'Unplug the key and put it back; if it happens again, update the driver.',
  },
  MODULE_NOT_RESPONDING: {
    what: 'The key driver "{module}" did not respond and was restarted.',
    means: 'This is not a wrong password, and no try was used. Other keys are not affected.',
    next: 'Unplug the key, wait a few seconds and put it back; if it happens again, update the driver.',
  },
  KEY_NOT_FOUND: {
    what: 'That key was not found.',
    means: 'It may have been unplugged, or another one is in its place.',
    next: 'Plug the key in; it is noticed by itself.',
  },
  KEY_REMOVED: {
    what: 'The key was unplugged while it was being read.',
    means: 'Nothing was written; the certificate still works.',
    next: 'Put it back and reading goes on by itself.',
  },
  DRIVER_FAULT: {
    what: 'The key driver reported a fault.',
    means: 'This is not a wrong password, and no try was used.',
    next: 'Unplug the key and put it back; if it fails again, call the hotline and give them the code below.',
  },
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
  SERVICE_UNREACHABLE: {
    what: 'The CertBridge online service cannot be reached.',
    means: 'The network may be down. Looking at keys still works, and everything that was saved is still there.',
    next: 'Check the network; it goes on by itself once it is back.',
  },
  SERVICE_NOT_READY: {
    what: 'The online service cannot work at the moment.',
    means: 'We are restoring it. Everything that was saved is still there.',
    next: 'Come back in a few minutes; it is tried again by itself.',
  },
  CHANNEL_UNKNOWN: {
    what: 'That channel was not found.',
    means: 'The link may be out of date or mistyped.',
    next: "Come in again from the platform's login page, or choose another channel.",
  },
  ROUTE_UNKNOWN: {
    what: 'There is nothing at that address.',
    means: 'The link may be mistyped, or the function has moved.',
    next: 'Update the extension and try again.',
  },
};

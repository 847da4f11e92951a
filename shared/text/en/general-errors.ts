import type { GeneralErrorTexts } from '../language.ts';

const ASK_HOTLINE = 'Try once more; if it fails again, call the hotline and give them the code below.';
const UPDATE_EXTENSION = "Update the extension: open the browser's extensions page and choose Update.";
const INSTALL_HOST = 'Install the helper (about a minute, no restart).';

export const generalErrorTexts: GeneralErrorTexts = {
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

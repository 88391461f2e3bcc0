/** The client over the generated bindings. */
import { commands, events, type IpcError } from "./bindings";
import type { Client } from "./client";
import { toFailure } from "./errors";

type Result<T> = { status: "ok"; data: T } | { status: "error"; error: IpcError };

async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  let result: Result<T>;
  try {
    result = await call;
  } catch (thrown) {
    throw toFailure(thrown);
  }
  if (result.status === "error") throw toFailure(result.error);
  return result.data;
}

const done = async (call: Promise<Result<null>>): Promise<void> => {
  await unwrap(call);
};

/** A command that has no error of its own: only the framework can refuse it. */
async function told(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    throw toFailure(thrown);
  }
}

export const tauriClient: Client = {
  appState: () => unwrap(commands.appState()),
  setLocale: (locale) => unwrap(commands.setLocale({ locale })),
  setTheme: (theme) => unwrap(commands.setTheme({ theme })),
  arrived: () => told(commands.arrived()),
  quit: () => told(commands.quit()),
  signInOptions: () => unwrap(commands.signInOptions()),
  signIn: (email, password) => done(commands.signIn({ email, password })),
  peekToken: () => unwrap(commands.peekToken()),
  signInWithToken: () => done(commands.signInWithToken()),
  startGuided: () => done(commands.startGuided()),
  signOut: (request) => done(commands.signOut(request)),
  listKeys: (request) => unwrap(commands.listKeys(request)),
  copyKey: (keyId, form) => done(commands.copyKey({ keyId, form })),
  clipboardExtend: () => told(commands.clipboardExtend()),
  clipboardClear: () => told(commands.clipboardClear()),
  unlockKeychain: () => unwrap(commands.unlockKeychain()),
  cancelUnlock: () => told(commands.cancelUnlock()),
  openPortal: () => done(commands.openPortal()),
  regenerate: (keyId, leaked) => unwrap(commands.regenerate({ keyId, leaked })),
  regenerateHeartbeat: (operation) => told(commands.regenerateHeartbeat({ operation })),
  regenerateCancel: (operation) => told(commands.regenerateCancel({ operation })),
  regenerateDismiss: (operation) => told(commands.regenerateDismiss({ operation })),
  troubleTry: (operation) => done(commands.troubleTry({ operation })),
  troubleClose: (operation) => done(commands.troubleClose({ operation })),
  troubleCopy: (operation) => done(commands.troubleCopy({ operation })),
  addPlace: (keyId, name, keeper) => unwrap(commands.addPlace({ keyId, name, keeper })),
  changePlace: (placeId, name, keeper) => done(commands.changePlace({ placeId, name, keeper })),
  removePlace: (placeId) => done(commands.removePlace({ placeId })),
  tickPlace: (placeId, ticked, operation) => done(commands.tickPlace({ placeId, ticked, operation })),
  listRotations: () => unwrap(commands.listRotations()),
  rotationStart: (keyId) => done(commands.rotationStart({ keyId })),
  rotationCopy: (operation) => done(commands.rotationCopy({ operation })),
  rotationInstalled: (operation, installed) => done(commands.rotationInstalled({ operation, installed })),
  rotationSwitchOff: (operation) => unwrap(commands.rotationSwitchOff({ operation })),
  rotationSwitchOn: (operation) => done(commands.rotationSwitchOn({ operation })),
  rotationDelete: (operation) => unwrap(commands.rotationDelete({ operation })),
  rotationStop: (operation) => done(commands.rotationStop({ operation })),
  rotationTry: (operation) => done(commands.rotationTry({ operation })),
  rotationRareUse: (operation, rare) => done(commands.rotationRareUse({ operation, rare })),
  takeKey: (expectedKeyId) => unwrap(commands.takeKey({ expectedKeyId })),
  answerTaken: (request) => unwrap(commands.answerTaken(request)),
  renameKnownKey: (keyId, name) => unwrap(commands.renameKnownKey({ keyId, name })),
  createKey: (request) => done(commands.createKey(request)),
  renameKey: (keyId, name) => unwrap(commands.renameKey({ keyId, name })),
  limitKey: (keyId, rateLimit) => unwrap(commands.limitKey({ keyId, rateLimit })),
  adviseKey: (keyId, advice) => unwrap(commands.adviseKey({ keyId, advice })),
  favourKey: (keyId, favourite) => unwrap(commands.favourKey({ keyId, favourite })),
  keyUsage: (keyId) => unwrap(commands.keyUsage({ keyId })),
  noteKey: (keyId, note, tags) => unwrap(commands.noteKey({ keyId, note, tags })),
  switchKey: (keyId, active) => unwrap(commands.switchKey({ keyId, active })),
  deleteKey: (keyId) => unwrap(commands.deleteKey({ keyId })),
  switchOffFor: (keyId, minutes) => unwrap(commands.switchOffFor({ keyId, minutes })),
  keepOff: (keyId) => done(commands.keepOff({ keyId })),
  listInbox: () => unwrap(commands.listInbox()),
  snoozeReminder: (keyId, kind, until) => unwrap(commands.snoozeReminder({ keyId, kind, until })),
  dismissReminder: (keyId, kind, reason) => unwrap(commands.dismissReminder({ keyId, kind, reason })),
  restoreReminder: (keyId, kind) => unwrap(commands.restoreReminder({ keyId, kind })),
  reminderSettings: () => unwrap(commands.reminderSettings()),
  setReminders: (settings) => unwrap(commands.setReminders(settings)),
  previewReminders: (settings) => unwrap(commands.previewReminders(settings)),
  testNotification: () => unwrap(commands.testNotification()),
  securityChecklist: () => unwrap(commands.securityChecklist()),
  updateState: () => unwrap(commands.updateState()),
  lookForUpdate: () => unwrap(commands.lookForUpdate()),
  setUpdateLooks: (byItself) => unwrap(commands.setUpdateLooks(byItself)),
  installUpdate: () => unwrap(commands.installUpdate()),
  openReleases: () => done(commands.openReleases()),
  diagnose: (keyId) => unwrap(commands.diagnose({ keyId })),
  diagnoseCopyMended: () => done(commands.diagnoseCopyMended()),
  checkKnownKey: (keyId) => unwrap(commands.checkKnownKey({ keyId })),
  noteSwitched: (keyId, active) => unwrap(commands.noteSwitched({ keyId, active })),
  forgetKey: (keyId) => unwrap(commands.forgetKey({ keyId })),
  onAppChanged: (listener) => events.appChanged.listen((event) => listener(event.payload)),
  onRegenerateChanged: (listener) => events.regenerateChanged.listen((event) => listener(event.payload)),
  onKeysChanged: (listener) => events.keysChanged.listen(() => listener()),
  onRotationsChanged: (listener) => events.rotationsChanged.listen(() => listener()),
  onInboxChanged: (listener) => events.inboxChanged.listen(() => listener()),
  onUpdateChanged: (listener) => events.updateChanged.listen((event) => listener(event.payload)),
};

/** By error code: what happened and what to do. `message` from main is used where a code is not listed. */
export const errors = {
  title: 'That did not work',
  file: 'File: {{file}}',
  code: 'Code: {{code}}',
  internal:
    'The program failed inside; nothing was done and no data changed. You can try again. If it keeps failing, copy this message and send it to whoever maintains the program.',
  'bad-request': 'The request was malformed; nothing was done.',
  forbidden: 'This is not permitted.',
  'not-found': 'This is no longer in the library; it may just have been removed. Reload and try again.',
  cancelled: 'Cancelled.',
  'file-empty': 'The file is empty; there is nothing to import. Check that you were given the whole file.',
  'file-too-large':
    'The file is too large to import (limit {{limit}}). Split it, or export only its text, and try again.',
  'file-not-text':
    'The file is not text, or its encoding is unknown. Open it in Word or WPS, save it as .docx and import that.',
  'file-damaged':
    'The file is damaged and cannot be read. Ask for another copy, or repair it in Word or WPS and save it again.',
  'file-unsupported':
    'This format cannot be read yet. Save it as .docx in Word or WPS, or copy its text and use “Paste text”.',
  'file-encrypted':
    'The file has a password. Obtain the password, remove it and try again; the file itself is unchanged.',
  'file-no-text':
    'The file holds no readable text (probably a scan). Run text recognition first, or ask for the electronic original.',
  'read-timeout': 'Reading took too long and was stopped. Split the file and try again.',
  'library-newer':
    'This library was made by a newer version of the program and cannot be opened by this one. Upgrade the program; the library is unchanged.',
  'library-damaged': 'The library file is damaged. Restore a backup, or ask whoever maintains the program.',
  'library-locked': 'Another program is using the library. Close that window and try again.',
  'draft-conflict': 'The draft was changed elsewhere; this change was not written. Open the draft again.',
  'write-failed':
    'Writing the file failed; existing files are unchanged. Check that the place is writable and try again.',
  'disk-full': 'The disk is full; nothing was written. Free some space and try again; existing content is unchanged.',
}

import type * as vi from '../words.ts'

export const identity: typeof vi.identity = {
  roles: {
    admin: 'System administrator',
    leader: 'Provincial leader',
    focal: 'Focal officer (đầu mối)',
    head: 'Head of agency',
    officer: 'Officer',
  },
  signIn: 'Sign in',
  signOut: 'Sign out',
  login: 'User name',
  password: 'Password or one-time code',
  wrong:
    'The user name or password is not correct. If you have forgotten it, please ask the system administrator for a new one-time code.',
  inactive: 'This account is no longer in use. Please contact the system administrator of your province.',
  codeExpired: 'The one-time code has expired. Please ask the system administrator for a new one.',
  newPassword: 'New password',
  newPasswordAgain: 'Repeat the new password',
  newPasswordHint: 'At least 10 characters. A sentence that is easy for you to remember is best.',
  passwordsDiffer: 'The two passwords are not the same.',
  passwordShort: 'The password needs at least 10 characters.',
  setPassword: 'Set password',
  setPasswordFirst: 'You signed in with a one-time code. Please set a password of your own to continue.',
  mustSetPassword: 'Please set a password of your own before you go on.',
  forbidden: (who) =>
    `This is reserved for: ${who}. If it is your duty, please ask the system administrator to change your role.`,
}

export const roles = ['manager', 'staff', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** `anyone` needs no sign-in; `signed-in` needs an account, in whatever clinic and role. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

const all = roles;
const manager = ['manager'] as const;
const administrator = ['administrator'] as const;
const review = ['manager', 'auditor'] as const;

/**
 * Who may call what. The one table from which the guard, the OpenAPI document and the role matrix test come.
 * An operation is the name of its controller method; one that is not here is closed.
 * `all` often means "one's own": the service narrows it for those who are neither manager nor auditor.
 */
export const operations: Readonly<Record<string, Access>> = {
  live: 'anyone',
  ready: 'anyone',
  explainProblem: 'anyone',
  /** Guarded by a token of its own. */
  metrics: 'anyone',

  signUpClinic: 'anyone',
  signIn: 'anyone',
  acceptInvitation: 'anyone',
  whoAmI: 'signed-in',
  signOut: 'signed-in',
  chooseClinic: 'signed-in',

  createApiToken: administrator,
  listApiTokens: administrator,
  getApiToken: administrator,
  deleteApiToken: administrator,
  invite: administrator,
  listInvitations: administrator,
  withdrawInvitation: administrator,
  listMembers: administrator,
  getMember: administrator,
  changeMember: administrator,
  removeMember: administrator,

  listCatalogueRoleDescriptions: all,
  listCatalogueTasks: all,
  listCatalogueCompetences: all,
  listCatalogueOccupations: all,
  listCatalogueLegalBases: all,

  listTasks: all,
  getTask: all,
  createTask: manager,
  changeTask: manager,
  listRoleDescriptions: all,
  getRoleDescription: all,
  listRoleDescriptionVersions: all,
  diffRoleDescription: all,
  createRoleDescription: manager,
  publishRoleDescription: manager,

  listPeople: all,
  getPerson: all,
  createPerson: manager,
  changePerson: manager,
  startEngagement: manager,
  endEngagement: manager,
  registerAuthorisation: manager,
  recordReaction: manager,
  banPerson: manager,
  impactOfReaction: manager,
  impactOfBan: manager,
  impactOfEnd: manager,

  listApprovals: all,
  grantApproval: manager,
  getApproval: all,
  withdrawApproval: manager,
  relinquishApproval: all,
  listTrainingPlans: all,
  makeTrainingPlan: all,
  getTrainingPlan: all,
  addTrainingGoals: all,
  superviseTraining: manager,
  endTrainingPlan: all,
  signTrainingStep: all,
  withdrawTrainingGoal: all,
  withdrawTrainingStep: all,
  listCompetences: all,
  createCompetence: manager,
  getCompetence: all,
  changeCompetence: manager,
  getTaskRequirements: all,
  requireOfTask: manager,
  getRoleRequirements: all,
  requireOfRole: manager,
  recordsOfPerson: all,
  registerRecord: all,
  listRecords: all,
  getRecord: all,
  importRecords: manager,
  getImportTemplate: manager,
  confirmRecord: all,
  rejectRecord: all,
  withdrawRecord: all,
  listTeaching: all,
  planTeaching: manager,
  getTeaching: all,
  getTeachingCalendar: all,
  changeTeaching: manager,
  cancelTeaching: manager,
  inviteToTeaching: manager,
  withdrawFromTeaching: manager,
  signUpForTeaching: all,
  signOffFromTeaching: all,
  recordAttendance: all,
  giveRecords: manager,
  addEvidence: all,
  listEvidence: all,
  getEvidence: all,
  getEvidenceContent: all,
  eraseEvidence: administrator,
  listAbstentions: all,
  abstain: all,
  endAbstention: all,
  getPolicy: all,
  setPolicy: manager,
  getWorkingDays: all,
  setWorkingDays: manager,
  getCoverage: review,
  listNeeds: review,
  getMatrix: review,
  getCompetenceMatrix: review,
  exportMatrix: review,
  getSuggestions: manager,

  listDuties: manager,
  assignDuty: manager,
  assignDuties: manager,
  checkDuties: manager,
  endDuties: manager,
  endDuty: manager,

  checkDelegation: all,
  proposeDelegation: all,
  listDelegations: all,
  getDelegation: all,
  getDelegationLetter: all,
  acceptDelegation: all,
  declineDelegation: all,
  withdrawDelegation: all,
  revokeDelegation: all,
  relinquishDelegation: all,
  reviewDelegation: all,
  redelegate: all,

  myResponsibilities: all,
  responsibilitiesOf: all,
  decide: all,
  recordEmergency: all,

  listLog: review,
  getLogEntry: review,
  getLogProof: review,
  exportLog: review,
  getLogCheckpoint: review,
  getLogConsistency: review,
  erasePayload: administrator,
};

/** What an auditor may read although it is asked for with POST: a look-up like any other. */
export const asksByPost: ReadonlySet<string> = new Set(['checkDelegation']);

/** The national catalogue is the same for all clinics: asking for it is no look-up at any of them. */
export const ofNoClinic: ReadonlySet<string> = new Set([
  'listCatalogueRoleDescriptions',
  'listCatalogueTasks',
  'listCatalogueCompetences',
  'listCatalogueOccupations',
  'listCatalogueLegalBases',
]);

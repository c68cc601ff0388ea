import { type ColumnReading, moment, personal, technical } from './reading';

/** What each platform writes besides the answers, by header in lower case. */
type MetaColumns = Readonly<Record<string, ColumnReading>>;

const day: ColumnReading = { plan: { action: 'keep', type: 'date', role: 'measure' } };
const device = personal('device');
const parentKey = (label: string): ColumnReading => ({
  label,
  plan: { action: 'keep', type: 'text', role: 'group', options: [], missingCodes: [] },
});
/** A random key: told apart by a pseudonym, and never taken for a person. */
const parentUuid = (label: string): ColumnReading => ({
  label,
  plan: { action: 'pseudonymise', type: 'identifier', role: 'group', options: [], missingCodes: [] },
});

const parentLabel = 'Formulario al que pertenece';

export const koboMeta: MetaColumns = {
  start: { label: 'Inicio', ...moment },
  end: { label: 'Término', ...moment },
  today: { label: 'Día', ...day },
  username: personal('name'),
  deviceid: device,
  phonenumber: personal('phone'),
  simserial: device,
  simid: device,
  subscriberid: device,
  devicephonenum: personal('phone'),
  email: personal('email'),
  audit: technical,
  audit_url: technical,
  'background-audio': personal('media'),
  'background-audio_url': personal('media'),
  __version__: technical,
  _version_: technical,
  _version__001: technical,
  'formhub/uuid': technical,
  'meta/instanceid': technical,
  'meta/instancename': technical,
  'meta/rootuuid': technical,
  'meta/deprecatedid': technical,
  _id: technical,
  _uuid: technical,
  _submission_time: { label: 'Recibido (hora universal)', ...moment },
  _validation_status: { label: 'Estado de validación' },
  _notes: technical,
  _status: technical,
  _submitted_by: personal('name'),
  _tags: technical,
  _index: technical,
  _attachments: technical,
  _geolocation: personal('location'),
  _xform_id_string: technical,
  _bamboo_dataset_id: technical,
  _parent_table_name: technical,
  _parent_index: parentKey(parentLabel),
  _submission__id: technical,
  _submission__uuid: technical,
  _submission__submission_time: { label: 'Recibido (hora universal)', ...moment },
  _submission__validation_status: { label: 'Estado de validación' },
  _submission__notes: technical,
  _submission__status: technical,
  _submission__submitted_by: personal('name'),
  _submission___version__: technical,
  _submission__tags: technical,
  '_submission_meta/rootuuid': technical,
  '_submission_meta/instanceid': technical,
};

export const odkMeta: MetaColumns = {
  submissiondate: { label: 'Recibido (hora universal)', ...moment },
  start: { label: 'Inicio', ...moment },
  end: { label: 'Término', ...moment },
  today: { label: 'Día', ...day },
  username: personal('name'),
  deviceid: device,
  phonenumber: personal('phone'),
  simserial: device,
  subscriberid: device,
  email: personal('email'),
  audit: technical,
  key: technical,
  parent_key: parentUuid(parentLabel),
  instanceid: technical,
  'meta-instanceid': technical,
  instancename: technical,
  'meta-instancename': technical,
  'meta-audit': technical,
  submitterid: technical,
  submittername: personal('name'),
  attachmentspresent: technical,
  attachmentsexpected: technical,
  status: technical,
  reviewstate: { label: 'Estado de revisión' },
  edits: technical,
  formversion: technical,
};

const started: ColumnReading = { label: 'Inicio', ...moment };
const finished: ColumnReading = { label: 'Término', ...moment };
const changed: ColumnReading = { label: 'Última modificación', ...moment };
const derived: ColumnReading = { reason: 'derived', plan: { action: 'drop', role: 'measure' } };

export const microsoftMeta: MetaColumns = {
  id: technical,
  'hora de inicio': started,
  'start time': started,
  'hora de finalización': finished,
  'hora de finalizacion': finished,
  'completion time': finished,
  'correo electrónico': personal('email'),
  'correo electronico': personal('email'),
  email: personal('email'),
  nombre: personal('name'),
  name: personal('name'),
  'hora de la última modificación': changed,
  'last modified time': changed,
  idioma: technical,
  language: technical,
  'total de puntos': derived,
  'puntos totales': derived,
  'total points': derived,
  'comentarios del cuestionario': derived,
  'quiz feedback': derived,
  'hora de publicación de la calificación': technical,
  'grade posted time': technical,
};

export const googleMeta: MetaColumns = {
  'marca temporal': { label: 'Recibido', ...moment, plan: { ...moment.plan, dateOrder: 'dmy' } },
  timestamp: { label: 'Recibido', ...moment, plan: { ...moment.plan, dateOrder: 'mdy' } },
  'dirección de correo electrónico': personal('email'),
  'nombre de usuario': personal('email'),
  'email address': personal('email'),
  username: personal('email'),
};

export const limeMeta: MetaColumns = Object.fromEntries(
  (
    [
      [['id', 'respuesta id', 'id de respuesta', 'id de la respuesta', 'response id'], technical],
      [['submitdate', 'fecha de envío', 'fecha de envio', 'date submitted'], { label: 'Enviado', ...moment }],
      [['lastpage', 'última página', 'ultima pagina', 'last page'], technical],
      [
        ['startlanguage', 'lenguaje inicial', 'idioma inicial', 'idioma de inicio', 'start language'],
        technical,
      ],
      [['seed', 'semilla'], technical],
      [['token', 'contraseña', 'código de acceso', 'access code'], technical],
      [['startdate', 'fecha de inicio', 'date started'], started],
      [['datestamp', 'fecha de la última acción', 'fecha de última acción', 'date last action'], changed],
      [['ipaddr', 'dirección ip', 'ip address'], device],
      [['refurl', 'url de referencia', 'referrer url', 'url de procedencia'], technical],
      [['interviewtime', 'tiempo total', 'total time'], technical],
      [['firstname', 'nombre', 'first name'], personal('name')],
      [['lastname', 'apellido', 'apellidos', 'last name'], personal('name')],
      [['email', 'dirección de correo electrónico', 'email address'], personal('email')],
    ] as const
  ).flatMap(([headers, reading]) => headers.map((header) => [header, reading])),
);

export const monkeyMeta: MetaColumns = Object.fromEntries(
  (
    [
      [
        [
          'respondent id',
          'respondent_id',
          'identificador del encuestado',
          'id del encuestado',
          'id. del encuestado',
        ],
        technical,
      ],
      [
        [
          'collector id',
          'collector_id',
          'identificador del recopilador',
          'id del recopilador',
          'id. del recopilador',
        ],
        technical,
      ],
      [['date created', 'date_created', 'fecha de creación', 'start date', 'fecha de inicio'], started],
      [
        ['date modified', 'date_modified', 'fecha de modificación', 'end date', 'fecha de finalización'],
        finished,
      ],
      [['ip address', 'ip_address', 'dirección ip'], device],
      [
        ['email address', 'email_address', 'dirección de correo electrónico', 'correo electrónico'],
        personal('email'),
      ],
      [['first name', 'first_name', 'nombre'], personal('name')],
      [['last name', 'last_name', 'apellido', 'apellidos', 'apellido(s)'], personal('name')],
      [['custom data 1', 'custom_1', 'datos personalizados 1', 'custom data'], technical],
    ] as const
  ).flatMap(([headers, reading]) => headers.map((header) => [header, reading])),
);

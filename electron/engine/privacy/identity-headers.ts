/** What headers say of the personal details below them. All patterns are over headers brought to plain words. */

/** A header as plain words: no accents, lower case, and spaces for the marks of machine names (`datos/RUT_alumno`, `rutAlumno`). */
export function plainHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9@°º]+/g, ' ')
    .trim();
}

/** Things with names of their own, which are nobody's name. */
export const institution =
  /establecimiento|escuela|colegio|liceo|jardin|\bcurso|programa|comuna|region|municip|instituci|organizaci|servicio|taller|proyecto|\bsede\b|oficina|calle donde|\bpais|actividad|\bmesa\b|indicador|instrumento|archivo|beneficio|carrera|producto|variable|pregunta|barrio|sector|idioma|lengua|empresa|universidad|centro|unidad|territorio|localidad|ciudad|grupo|asignatura|nivel|sistema|evento|campana|medida|accion/;

/** A question about a detail rather than the detail. */
export const aboutIt =
  /^(tiene|posee|cuenta con|sabe|conoce|usa|dispone|hay|existe|cuantos|cuantas|por que|cree|le han)\b/;

export const headers = {
  rut: /\b(rut|run|ipe|rol unico|cedula|nro rut|num rut)\b|\brut(alu|apo|prof)?\b/,
  checkDigit:
    /^(dv|d v|dgv|dig(ito)? ?(ver(ificador)?)?|verificador|dv (run|rut|alumno|estudiante)|dgv (run|rut|alu|alumno)|digito)$|\b(dv|digito verificador)\b/,
  email: /correo|\be ?mail\b|\bmail\b/,
  birth: /nacimiento|\bfecha (de )?nac\b|\bf(ec)? ?nac\b|\bfecnac\b|\bnac\b|birth|\bdob\b|cumpleanos/,
  birthPart: /^(dia|mes)\b.*\b(nac|nacimiento|cumpleanos)\b|\b(nac|nacimiento|cumpleanos) (dia|mes)$/,
  phone: /telefono|celular|whats ?app|\bfonos?\b|\bphone|movil\b|\bcel\b|\btel\b|contacto/,
  passport:
    /pasaporte|passport|documento( de)?( identidad| extranjero| viaje)?\b|\bdni\b|\bcurp\b|\bppt\b|numero de visa|\bvisa\b|identificacion|cedula/,
  address: /direccion|domicilio|address|\bcalle\b|residencia|vivienda|donde vive/,
  name: /nombre|apellido|\bname\b|\bsurname\b|\bpaterno\b|\bmaterno\b|username|\busuario\b/,
  person:
    /^(el |la |los |las |nombre )?(alumn[oa]|estudiante|apoderad[oa]|participante|encuestad[oa]r?|encuestador[a]?|entrevistad[oa]r?|entrevistador[a]?|digitador[a]?|nin[oa]|nna|tutor|tutora|docente|profesor|profesora|profesor jefe|profesora jefe|madre|padre|mama|papa|responsable|cuidador[a]?|beneficiari[oa]|usuari[oa]|jefe de hogar|jefa de hogar|director|directora|funcionari[oa]|atendid[oa] por|enumerator|respondent|contacto de emergencia|persona|solicitante|asistente|monitor[a]?|facilitador[a]?)s?( o a| a| oa| as| jefe| titular| suplente)?$/,
  location:
    /\b(gps|latitud|longitud|latitude|longitude|lat|lon|lng|coordenadas?|geopoint|geolocali[sz]acion|ubicacion|geolocation)\b/,
  device:
    /\b(device ?id|imei|sim ?serial|subscriber ?id|direccion ip|ip address|ip|mac address|user agent|id dispositivo|dispositivo)\b/,
  media:
    /\b(foto|fotos|fotografia|firma|audio|grabacion|video|imagen|signature|photo|picture|image|selfie|adjunto|attachment)s?\b/,
  account:
    /instagram|facebook|tik ?tok|twitter|red(es)? social(es)?|cuenta de|\busuario de\b|linkedin|telegram|snapchat/,
} as const;

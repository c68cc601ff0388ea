# Reads both files with base R, knowing nothing of the generator, and stops unless every figure is the one in
# expected.json.  Run from anywhere: Rscript sample-data/los-andes/check.R   (needs the jsonlite package)
invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
argument <- grep("^--file=", commandArgs(FALSE), value = TRUE)
folder <- if (length(argument)) dirname(normalizePath(sub("^--file=", "", argument))) else "sample-data/los-andes"
expected <- jsonlite::fromJSON(file.path(folder, "expected.json"), simplifyVector = FALSE)

codes <- c("", "99", "NS/NR", "s/i", "-")
agreement <- c("Muy en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo", "Muy de acuerdo")

# Cells of a text, by hand: a quote toggles, a semicolon outside quotes ends a cell, a line end outside quotes a row.
read_rows <- function(path, encoding) {
  bytes <- readBin(path, "raw", file.size(path))
  if (encoding == "UTF-8" && identical(as.integer(bytes[1:3]), c(239L, 187L, 191L))) bytes <- bytes[-(1:3)]
  text <- iconv(rawToChar(bytes), encoding, "UTF-8")
  characters <- strsplit(gsub("\r\n", "\n", text, fixed = TRUE), "")[[1]]
  is_quote <- characters == "\""
  outside <- cumsum(is_quote) %% 2 == 0
  is_row_end <- characters == "\n" & outside
  line <- cumsum(c(1L, characters == "\n"))[seq_along(characters)]
  row_of <- cumsum(c(0L, is_row_end))[seq_along(characters)] + 1L
  starts <- which(!duplicated(row_of))
  records <- lapply(split(seq_along(characters), row_of), function(at) {
    at <- at[!is_row_end[at]]
    cell_of <- cumsum(characters[at] == ";" & outside[at]) + 1L
    cells <- vapply(seq_len(max(cell_of, 1L)), function(cell) {
      inside <- at[cell_of == cell]
      written <- paste(characters[inside[!(characters[inside] == ";" & outside[inside])]], collapse = "")
      if (startsWith(written, "\"")) written <- gsub("\"\"", "\"", substr(written, 2, nchar(written) - 1), fixed = TRUE)
      written
    }, "")
    cells
  })
  list(records = records, lines = line[starts])
}

read_wave <- function(name, encoding, stated) {
  path <- file.path(folder, name)
  stopifnot(file.size(path) == expected$sources[[stated]]$bytes)
  table <- read_rows(path, encoding)
  header_at <- which(vapply(table$records, function(cells) cells[1] == "Folio", TRUE))
  headers <- table$records[[header_at]]
  after <- seq_along(table$records) > header_at
  records <- table$records[after]
  lines <- table$lines[after]
  fields <- unname(lengths(records))
  joined <- vapply(unname(records), paste, "", collapse = "\u001f")
  is_blank <- !nzchar(gsub("\u001f", "", joined, fixed = TRUE))
  is_total <- vapply(records, function(cells) cells[1] == "Total", TRUE)
  reason <- ifelse(is_blank, "blank-row", ifelse(is_total, "totals-row",
    ifelse(fields < length(headers), "short-row", ifelse(fields > length(headers), "long-row",
      ifelse(duplicated(joined), "repeated-row", NA)))))
  kept <- is.na(reason)
  frame <- as.data.frame(do.call(rbind, records[kept]))
  file <- expected$files[[stated]]
  stopifnot(
    lines[1] - 1L == file$headerLine, length(headers) == file$fields, identical(headers, unlist(file$headers)),
    length(records) == file$rowsRead, sum(kept) == file$rowsKept, sum(!kept) == file$rowsSetAside,
    identical(lines[!kept], vapply(file$setAside, function(row) row$line, 1L)),
    identical(reason[!kept], vapply(file$setAside, function(row) row$reason, "")),
    identical(fields[!kept], vapply(file$setAside, function(row) row$fields, 1L))
  )
  for (column in seq_along(headers)) {
    counts <- file$unansweredByColumn[[column]]$counts
    found <- vapply(codes, function(code) sum(frame[[column]] == code), 1L)
    stopifnot(all(found == unlist(counts)[c("blank", codes[-1])]))
  }
  answered <- frame
  for (column in seq_along(frame)) answered[[column]][frame[[column]] %in% codes] <- NA
  for (cell in file$cellsThatDoNotConvert) {
    row <- match(cell$line, lines[kept])
    stopifnot(frame[row, match(cell$header, headers)] == cell$value)
  }
  position <- function(pattern) {
    at <- grep(pattern, headers, fixed = TRUE)
    stopifnot(length(at) == 1)
    at
  }
  text <- function(pattern) answered[[position(pattern)]]
  number <- function(pattern, thousands = FALSE) {
    written <- text(pattern)
    if (thousands) written <- gsub(".", "", written, fixed = TRUE)
    suppressWarnings(as.numeric(sub(",", ".", written, fixed = TRUE)))
  }
  yes <- function(pattern) text(pattern) == "Sí"
  level <- function(pattern) match(text(pattern), agreement)
  status <- text("Situación migratoria")
  language <- text("Idioma")
  items <- cbind(level("Me siento parte"), level("Mis compañeros"), level("Mis profesores"), level("se valora el país"),
    6 - level("A veces me siento solo"), level("pedir ayuda"))
  index <- ifelse(rowSums(!is.na(items)) >= 4, rowMeans(items, na.rm = TRUE), NA)
  everyone <- rep(TRUE, nrow(frame))
  ask <- function(value, asked = everyone) list(value = ifelse(asked, value, NA), asked = asked)
  list(
    id = toupper(gsub("[^0-9kK]", "", text("RUN o IPE"))), school = text("RBD"),
    proportions = list(
      conoce_oficina = ask(yes("¿Conoce la Oficina")),
      situacion_regular = ask(status %in% c("Residencia definitiva", "Residencia temporal") + ifelse(is.na(status), NA, 0) == 1,
        is.na(status) | status != "Nacido en Chile"),
      matricula_provisoria = ask(text("Tipo de matrícula") == "Provisoria"),
      tiene_run = ask(yes("¿Tiene RUN")), inscrito_cesfam = ask(yes("CESFAM")),
      plan_acogida = ask(yes("plan de acogida")), actividades = ask(yes("extraescolares")),
      sufrio_discriminacion = ask(yes("sufrido discriminación")), cuidador_asistio = ask(yes("¿Su cuidador asistió")),
      necesita_regularizacion = ask(ifelse(is.na(text("Necesidades")), NA, grepl("Regularización migratoria", text("Necesidades"), fixed = TRUE))),
      pertenencia_parte = ask(level("Me siento parte") >= 4), valoran_pais = ask(level("se valora el país") >= 4),
      espanol_avanzado = ask(ifelse(is.na(text("Nivel de español")), NA, text("Nivel de español") %in% c("Avanzado", "Lengua materna")),
        !is.na(language) & language != "Español")
    ),
    means = list(
      bienestar = number("Bienestar"), personas_hogar = number("ersonas"), ingreso_hogar = number("Ingreso", TRUE),
      edad_cuidador = number("Edad del cuidador"), indice_pertenencia = index
    ),
    attended = number("Días asistidos"), days = number("Días hábiles")
  )
}

waves <- list(
  exAnte = read_wave("diagnostico-nna-2023-ex-ante.csv", "WINDOWS-1252", "exAnte"),
  exPost = read_wave("diagnostico-nna-2024-ex-post.csv", "UTF-8", "exPost")
)
before <- waves$exAnte
after <- waves$exPost
stopifnot(!anyNA(before$id), !anyNA(after$id), !anyDuplicated(before$id), !anyDuplicated(after$id))
for (wave in names(waves)) {
  stated <- expected$files[[wave]]$keptBySchool
  found <- table(waves[[wave]]$school)
  stopifnot(length(stated) == 13, all(found[names(stated)] == unlist(stated)))
}

partner <- match(before$id, after$id)
paired <- which(!is.na(partner))
partner <- partner[paired]
linkage <- expected$linkage
stopifnot(
  length(paired) == linkage$pairsByIdentifier, length(before$id) - length(paired) == linkage$onlyExAnte,
  length(after$id) - length(paired) == linkage$onlyExPost,
  sum(before$school[paired] != after$school[partner]) == linkage$pairsInAnotherSchool,
  all(table(factor(before$school[paired], names(linkage$pairsByExAnteSchool))) == unlist(linkage$pairsByExAnteSchool))
)

tally <- function(question, rows = rep(TRUE, length(question$value))) {
  asked <- question$asked & rows
  known <- asked & !is.na(question$value)
  c(sum(question$value[known]), sum(known), sum(asked) - sum(known))
}
for (key in names(expected$proportions)) {
  stated <- expected$proportions[[key]]
  first <- before$proportions[[key]]
  second <- after$proportions[[key]]
  one <- first$value[paired]
  two <- second$value[partner]
  stopifnot(
    all(tally(first) == unlist(stated$exAnte)), all(tally(second) == unlist(stated$exPost)),
    all(c(sum(one & two, na.rm = TRUE), sum(one & !two, na.rm = TRUE), sum(!one & two, na.rm = TRUE), sum(!one & !two, na.rm = TRUE)) ==
      unlist(stated$matched))
  )
  for (school in names(stated$bySchool)) stopifnot(
    all(tally(first, before$school == school) == unlist(stated$bySchool[[school]]$exAnte)),
    all(tally(second, after$school == school) == unlist(stated$bySchool[[school]]$exPost))
  )
}

close_to <- function(found, stated) isTRUE(all.equal(found, stated, tolerance = 1e-12))
for (key in names(expected$means)) {
  stated <- expected$means[[key]]
  for (wave in names(waves)) {
    value <- waves[[wave]]$means[[key]]
    stopifnot(sum(!is.na(value)) == stated[[wave]]$n, sum(is.na(value)) == stated[[wave]]$missing,
      close_to(mean(value, na.rm = TRUE), stated[[wave]]$mean), close_to(sd(value, na.rm = TRUE), stated[[wave]]$sd))
  }
  change <- after$means[[key]][partner] - before$means[[key]][paired]
  stopifnot(sum(!is.na(change)) == stated$matched$pairs, close_to(mean(change, na.rm = TRUE), stated$matched$meanDifference),
    close_to(sd(change, na.rm = TRUE), stated$matched$sdDifference))
}
for (wave in names(waves)) {
  known <- !is.na(waves[[wave]]$attended) & !is.na(waves[[wave]]$days)
  stated <- expected$attendance[[wave]]
  stopifnot(sum(known) == stated$pupils, sum(waves[[wave]]$attended[known]) == stated$numerator, sum(waves[[wave]]$days[known]) == stated$denominator)
}
cat("check.R: every figure of expected.json found again in the two files\n")

/**
 * Frequent given names and surnames of people living in Chile, of Chilean, Haitian, Venezuelan, Colombian, Peruvian, Bolivian and
 * other origin, in lower case without accents. They tell names of people from other capitalised words; they are no
 * complete list, and nothing is concluded about a person from them.
 */

const given = `
aaron abel abigail abraham adela adolfo adrian adriana agustin agustina alan alberto aldo alejandra alejandro alex alexander
alexandra alexis alfonso alfredo alicia alison allison almendra alonso alvaro amalia amanda amaro amelia ana anahi anais andrea
andres angela angelica angelina angelo anibal anita antonella antonia antonio ariel armando arturo augusto axel barbara bastian
bautista beatriz benito benjamin bernarda bernardo bianca brandon brayan brenda bruno bryan camila camilo carla carlos carmen
carolina catalina cecilia celeste cesar christian christopher clara claudia claudio constanza consuelo cristian cristina
cristobal cynthia daniel daniela danilo danny dante dario david dayana debora deisy delia denis denisse diana diego dina
dominga edgar edgardo edith eduardo efrain elena eliana elias elisa elizabeth eloisa elsa elvira emilia emiliano emilio emily
emma enrique erica erick erika ernesto esteban estefania ester esther eugenia eugenio eva evelyn fabian fabiola facundo
fatima federico felipe felix fernanda fernando florencia florentina francesca francisca francisco franco freddy gabriel
gabriela gaspar genesis gerardo german gilberto giovanna gisela gladys gloria gonzalo graciela gregorio guadalupe guillermo
gustavo hector helena hernan hilda hugo humberto ian ignacia ignacio ines ingrid irene iris irma isabel isabella isidora ismael
ivan ivanna ivonne jacqueline jaime jairo javier javiera jazmin jean jennifer jenny jeremias jessica jesus jhon jimena joaquin
joel johan johana john johnny jonathan jorge jose josefa josefina joseph joshua josue juan juana judith julia julian juliana
julieta julio karen karina karla katherine kathy kevin kiara laura lautaro leandro leonardo leonel leonor leslie leticia lidia
liliana lisbeth lorena lorenzo lucas lucia luciana luciano lucila luis luisa luz macarena maite manuel manuela marcela marcelo
marcia marco marcos margarita maria mariana mariano maribel mario marisol marlene marta martin martina matias matilda mauricio
maximiliano maximo mayra melanie melissa mercedes mia micaela michael miguel milagros mireya miriam moises monica monserrat
montserrat nadia naomi natalia natalie nataly nelson nestor nicol nicolas nicole noelia noemi nora norma octavio olga oliver
olivia omar oriana orlando oscar osvaldo pablo pamela paola pascal pascale pascuala patricia patricio paula paulina paulo pedro
pia rafael rafaela ramiro ramon raquel raul rayen rebeca rene renata renato ricardo roberta roberto rocio rodolfo rodrigo
rolando romina rosa rosario roxana ruben rufino ruth salome salvador samanta samantha samuel sandra santiago santino sara
sarai saul sebastian sergio silvana silvia simon simona sofia sonia stefania stephanie susana tamara tania tatiana teresa
teodoro thiago tiare tomas trinidad valentin valentina valeria valeska vanessa vania veronica vicente victor victoria viviana
vladimir walter wendy wilmer wilson william ximena yamila yanet yasna yenny yesenia yessica yohana yolanda yuliana yusmary zoe
jean-baptiste jean-pierre wilner wisly widline wideline roselaure rosemene marie marie-ange marie-rose guerline guerda mirlande
mislande nadege ketlie lovelie djenane fabienne frantz frantzy jocelyn jude judeline junior emmanuel evens ernst dieudonne
dieuseul esperancia fedner fritz gerald gethro guy jacques jacquelin jonas kervens kettely lourdie makenson marckenson
mackenson manoucheka mikerlange myrlande nerlande odelin olguine pierre rachelle ricardeau rodeline roberson rony saintilus
schneider sherline stanley steevenson stevenson thamara verlande vilaire wadson wesley wilguens woodeline yves yvrose
yulimar yusleidy yorgelis yoselin yorman yeison yuleisy maikel mariangel mariangeles maryuri leidy leydi milangela dayanara
nayarit ronaldo rosangela greisy grecia anyelina luisana luismar jhoan jhonatan edwin elver fredy heidy keiner
wilber wilfredo xiomara inigo inaki iker aitor unai amaya nahuel ailin lautaro millaray antu newen rayen ayun kevin
osmel yolimar yuraima zoraida nairobi dubraska arelis marisela yelitza mayerlin yurani leidi wilfrido edilberto yerson zulay nilda primitiva severina justina eusebio felicidad hilaria saturnino victoriano
mohamed mohammed ahmad ahmed fatma fatoumata aisha ali hassan hussein ibrahim khaled leila mariam mustafa omar yusuf wei ling
xiao mei ming jing joao thiago gabriela rafaela larissa
ambar bayron belkis benedicta carline ceferino chantal daphnee darling dieula dominique edeline edwidge esterline
farah geraldine gerline islande johane ketly ketlyne keyla lovely lumane luzmila magdala marielys mileidy nayeli
nayely nehuen osnel rosemarie rosemery rosmery shirley sulmira wadner widelene wilfrid wislande wislene yadira yesica
yolette yulexi zuleyma ayelen aliwen
ailen aukan suyai amancay sayen eluney kuyen relmu antonela amaral emilse dieunika jameson ketsia wedly woodley widlin roodly
jhonny fritznel ketia wilbert emmanuela esperandieu jocelyne claudette jeanette kerline naika wanderson jhonaiker oriannys
keiber dayerlin yohandry franyer deivis neidy yuleidy yusbelis yesibel nazareth jhosep jeferson yeremy dariannys rosangel
yurimar yurubi eglee keily dilan mateo liam noah maykel brayhan estiven aleida benja seba fran cata javi maxi nacho cote lalo
fena cami pipe lucho vicho tomi gabi
`;

const family = `
abarca abreu acevedo acosta acuna aguayo aguilar aguilera aguirre alarcon albornoz alcantara alvarado alvarez alvear amaya andrade
angulo antilef antinao aquino aranda araneda araya arce arancibia arellano arenas arevalo arias arriagada arroyo astudillo
avalos avendano avila ayala ayavire bahamondes baeza barra barrera barrientos barrios bastias bautista becerra belisario beltran
benitez bermudez bernal blanco bolivar bravo briceno briones bustamante bustos caamano caballero cabello cabrera caceres
calderon calle calfuqueo camacho campos canales cano cardenas cardona caro carrasco carrillo caripan carvajal castaneda castillo
castro catalan catrileo catrimil cayul cayupi ceballos cerda cespedes chacon chambi chavez choque cifuentes cisternas cofre
collao colmenares condori contreras cordero cordova coronado corrales correa cortes cortez curihuinca curiqueo delgado diaz
dominguez donoso duarte duran echeverria elgueta escalona escobar espinosa espinoza esteban estrada farias faundez fernandez
ferrer figueroa flores fonseca franco fuentealba fuentes fuenzalida gajardo galaz gallardo gallegos galvez gamboa garay garces
garcia garrido garzon gil godoy gomez gonzalez gonzales guajardo guerra guerrero guevara gutierrez guzman henriquez herrera
hernandez herrera hidalgo hinojosa huaman huanca huenchuman huenul huerta hurtado ibanez ibarra illanes inostroza jaque jara
jaramillo jerez jimenez jorquera juarez lagos landaeta lara lazo leal leiva lemus leon lillo llanos llanquileo lobos lopez
lozano luna machuca madariaga maldonado mamani manquilef mansilla manriquez marambio mardones marin marquez martinez mata
maturana medina mejia melendez mella melo mena mendez mendoza meneses mercado merino meza millan millanao miranda molina mondaca
monsalve montecinos montenegro montero montes mora moraga morales moreno moreira morillo moya moyano mulato munoz murillo
nahuelpan narvaez navarrete navarro nieto nunez ochoa ojeda olivares olivera orellana orozco ortega ortiz osorio osses otero
oyarzo oyarzun pacheco padilla painemal palacios palma paredes parra parada pastrana paz pena penaloza peralta pereira perez pezoa
pincheira pinilla pino pinto pizarro plaza poblete ponce portillo quezada quijada quilaqueo quintana quintero quinteros quiroga
quiroz quispe ramirez ramos rangel rebolledo retamal reyes riffo rincon riquelme rivas rivera rivero riveros robles roca rocha
rodriguez rojas roldan roman romero rondon rosales rosas rubilar rubio ruiz saavedra saez salas salazar salcedo saldana saldivia
salgado salinas salvatierra san martin sanchez sandoval sanhueza santana santander santibanez santos sarmiento segovia sepulveda
serrano sierra silva solis soto sosa suarez tapia tello tejada teran toledo toro torrealba torres troncoso trujillo ubilla
ugarte uribe urrutia ulloa urdaneta valdebenito valderrama valdes valdivia valdez valencia valenzuela valera valladares vallejos
valverde varela vargas vasquez vega velasco velasquez velez venegas vera verdugo vergara vidal vielma vilches villa villagra
villalobos villanueva villarroel villegas viveros yanez yevenes zambrano zamora zapata zarate zuniga zurita
alexandre alcide alphonse antoine auguste augustin baptiste bazile belizaire bellegarde bien-aime blaise cadet celestin charles
charlot cherilus cherubin civil clerge clervil colas dabady delva derilus desir desrosiers destine dieujuste dorcely dorvil
dorvilus duverger elysee estime etienne exantus exume fils-aime fleurant fleurimond florestal florvil francois gaspard gedeon
guerrier guillaume hyppolite innocent jacques jean jean-baptiste jean-charles jean-louis jean-pierre jerome joseph joachim julien
lafleur lamour laguerre larose laurent louis louissaint lubin macena marcelin mathieu mathurin metellus michel moise mondesir
monestime myrtil narcisse noel octavius orelus paul petit-frere philogene philippe pierre pierre-louis polynice prophete
raymond remy saint-fleur saint-louis saint-vil saintil saintilus senat simeon sylvain telusma telfort theodore thelusma
toussaint valcin valcourt vilmont vincent wang chen zhang li liu yang huang wu
silva santos oliveira souza lima pereira ferreira
chirinos choquehuanca quispealaya saintelus ticona catrilaf huaiquil huenumilla llancapan mellado nahuelhual paillan
pichun tureo urrejola cutipa yapura vilca
`;

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}

/** Frequent given names, folded (no accents, lower case, ñ as n). */
export const givenNames: readonly string[] = words(given);

/** Frequent surnames, folded (no accents, lower case, ñ as n). */
export const surnames: readonly string[] = words(family);

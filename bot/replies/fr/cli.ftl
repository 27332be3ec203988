## La ligne de commande

cli-help = Entrée express, au Canada : pointages, niveaux et l’assistant lui-même.
cli-command = COMMANDE
cli-help-score = le pointage SCG d’un profil, ligne par ligne
cli-help-profile = un fichier avec un profil en JSON, ou - pour l’entrée standard
cli-help-language = les notes d’un test en niveaux CLB ou NCLC
cli-help-test = le test : { $tests }; avec --jsonl, un fichier d’objets de test, ou - pour l’entrée standard
cli-help-scale = TEF Canada seulement : la colonne de l’attestation, ancien_score ou 699
cli-help-date = la date des résultats
cli-help-serve = démarrer l’assistant et le maintenir en marche
cli-help-no-scheduler = laisser le planificateur à une autre réplique
cli-help-train = entraîner le modèle qui comprend les messages, si ses données ont changé
cli-help-force = entraîner même si rien n’a changé
cli-help-bench = mesurer cette machine
cli-help-bench-what = ce qu’il faut mesurer; tout sauf diet (presque une heure), stock et floors si rien n’est nommé
cli-help-json = répondre par un seul document JSON
cli-help-jsonl = un document par ligne en entrée, une réponse par ligne en sortie
cli-help-on = le jour pour lequel répondre (aujourd’hui)
cli-help-lang = la langue de la réponse (en)
cli-not-json = Ce n’est pas du JSON : voir ligne { $line }, colonne { $column }.
cli-not-text = Ce n’est pas du JSON en texte UTF-8.
cli-no-file = Impossible de lire { $file } : { $reason }.
cli-problem = { $field } : { $allowed }
cli-whole-document = Le document
cli-score = Pointage SCG de { $total } sur { $max }, selon les règles du { $date }
cli-missing = Pas encore connu, et qui pourrait le changer : { $facts }.
cli-sources = Sources
cli-valid-until = Les résultats comptent jusqu’à cette date : { $date }.
cli-bench-machine = { $processor }, { $cores } cœurs, Python { $python }
cli-bench-score = score --jsonl : { $profiles_a_second } profils par seconde sur un cœur ({ $profiles } profils), après un démarrage de { $start_seconds } secondes
cli-help-understand = ce que l’assistant comprend d’un message
cli-help-text = le message; avec --jsonl, un fichier de messages, un par ligne, ou - pour l’entrée standard
cli-text-and-lang = « text » doit être une chaîne, et « lang » l’une de ces valeurs : { $languages }.
cli-asked = « asked » doit être l’identifiant d’une question : data/intake.yml les contient.
cli-help-scheduler = lancer seulement le planificateur (conservation, mises à jour, alertes), pour plusieurs répliques
cli-bench-nlu = Intentions et réponses, { $phrasings } phrases jamais vues, { $examples } exemples appris; en pour cent, anglais / français; { $memory_mb } Mo
cli-bench-diet = DIET sur les mêmes phrases et exemples, { $epochs } époques; en pour cent, anglais / français; { $memory_mb } Mo
cli-bench-stock = Rasa tel quel à côté de ce programme ({ $commit }), { $turns } tours chaque fois, charge moyenne de { $load_before } avant et de { $load_after } après :
cli-bench-chat = prêt { $ready_seconds } secondes après le démarrage; { $turns } tours d’une conversation, chacun avec une action : médiane { $median_ms } ms, 99e centile { $p99_ms } ms (tours 1 à 50 : { $early_median_ms }, 151 à 200 : { $late_median_ms }); Rasa et ses actions occupent { $rasa_mb } Mo, tous les processus { $all_mb } Mo; temps de processeur d’un tour : { $rasa_processor_ms } ms
cli-help-bench-minutes = soak : pendant ce nombre de minutes (30)
cli-bench-soak = { $at_once } conversations à la fois pendant { $minutes } minutes : { $turns } tours, { $errors } erreurs, médiane { $median_ms } ms, 99e centile { $p99_ms } ms; mémoire { $early_mb } Mo après le début, { $late_mb } Mo à la fin ({ $growth_percent } %)
cli-bench-flood = Pendant qu’une adresse envoyait { $requests } requêtes aussi vite que possible, { $others } autres personnes ont eu { $turns } réponses avec { $errors } erreurs : médiane { $median_ms } ms ({ $calm_ms } sans elle), 99e centile { $p99_ms } ms
cli-bench-recovery = Combien de temps personne n’a de réponse après la fin forcée d’un processus (médiane de { $tries }, et le plus long), et après un blocage; puis après la fin forcée du processus dont les autres sont issus :
cli-bench-distance = Beaucoup de personnes à la fois avec PostgreSQL à tant de millisecondes, aller et retour :
cli-bench-telegram = Telegram par webhook, du message à la réponse : médiane de { $median_ms } ms pour une discussion à la fois; discussions qui écrivent toutes les { $every_s } secondes, avec le temps de processeur d’un message :
cli-bench-widget = Le module de clavardage : { $bytes } octets, { $gzip_bytes } comprimés; utilisable { $interactive_ms } ms après la navigation sur un processeur { $slowdown } fois plus lent (une page vide { $empty_ms }); { $processor_ms } ms de calcul jusqu’à l’affichage de l’accueil; une réponse est à l’écran { $reply_ms } ms après l’envoi (médiane de { $messages }){ $ahead ->
        [1] , le navigateur et le programme passant avant tout le reste de la machine
       *[0] {""}
    }
cli-help-facts = passer en revue chiffres, réponses et pages : âge, sources, renvois
cli-help-facts-what = check : ce qui ne va pas, puis le plus ancien; differ : les jours dont le pointage change par rapport à un autre dossier de règles; refresh : consulter les frais et délais officiels
cli-help-facts-folder = differ : le dossier des autres règles, par exemple data/rules d’une version antérieure
facts-agrees = { $names } : { $value }, comme dans les données (consulté le { $date })
facts-differs = { $names } : { $value } dans le fichier officiel du { $date }, autre valeur dans les données : corriger data/rules
facts-differ = Jours dont le pointage change :
facts-differ-folder = differ demande un dossier de règles, et non « { $folder } ».
facts-differ-none = Aucun jour ne change de pointage.
facts-differ-span = - du { $since } au { $until } : { $tables }
facts-differ-from = - à partir du { $since } : { $tables }
facts-differ-caps = maximums des parties et de l’ensemble
facts-problem = { $where } : { $what }
facts-problems = { $count ->
    [0] Rien à corriger.
    [one] { $count } point à corriger.
   *[other] { $count } points à corriger.
 }
facts-language = { $language } : { $intents } intentions, { $examples } exemples, { $messages } messages, { $answers } réponses, { $sources } sources
facts-by-age = Chiffres et réponses, selon les jours depuis la dernière vérification et le degré de certitude :
facts-age-column = jours
facts-age = jusqu’à { $days }
facts-age-older = plus
facts-certainty-law = loi
facts-certainty-official = officiel
facts-certainty-reported = rapporté
facts-certainty-derived = calculé
facts-certainty-unknown = inconnu
facts-old = Vérifiés il y a plus de { $days } jours : { $count }. Les plus anciens :
facts-checked = { $date } (il y a { $days } jours) { $kind ->
    [answer] réponse
    [page] page
   *[figure] chiffre
 } { $name }
cli-help-ask = répondre à une question, avec sa source officielle
cli-help-question = la question, en anglais ou en français
ask-none = Aucune réponse ne convient. Questions proches :
cli-figure-not-known = Les chiffres de cette réponse ne sont pas connus pour le { $date }.
cli-help-widget = les lignes qui mettent le clavardage dans une page web, avec version et empreinte
cli-help-widget-host = l’adresse de ce serveur (https://HOST)
cli-help-feedback = ce que les gens ont pensé des réponses
cli-help-feedback-since = seulement à partir de ce jour
cli-feedback = { $up } bonnes, { $down } à améliorer
cli-widget = { $line }

    version { $version }, { $integrity }
    { $pinned }
cli-bench-floors = Pour cent sur les jeux jamais vus, tel que consigné la dernière fois et maintenant; ./test échoue dès que plus de { $slack } points sont perdus :
cli-bench-answers = Questions jamais vues : { $questions_en } en, { $questions_fr } fr dans le sujet, { $out_of_scope_en } et { $out_of_scope_fr } hors sujet; { $median_ms } ms par question.
    Juste du premier coup : { $right_first_en } % en, { $right_first_fr } % fr; parmi trois : { $right_in_three_en } %, { $right_in_three_fr } %; refusées à tort : { $refused_en } %, { $refused_fr } %.
    Répondues aussitôt : { $acted_upon_en } %, { $acted_upon_fr } %, à tort (sur toutes) : { $acted_upon_wrongly_en } %, { $acted_upon_wrongly_fr } %.
    Hors sujet et sans réponse : { $not_answered_out_of_scope_en } %, { $not_answered_out_of_scope_fr } %. Langue reconnue au texte : { $language_told_en } %, { $language_told_fr } %.
    Réponses françaises avec une page anglaise malgré une page française connue : { $wrong_language }; réponses sans source datée : { $without_source }. Les plus manquées :
cli-bench-people = Sens de { $messages } messages de 86 personnes, en pourcentage :
cli-bench-told = Ce qui est retenu de { $messages } messages annotés à la main, morceau par morceau, et ce qui en est faux :
cli-bench-facts = Faits dans { $messages } messages jamais vus; { $median_ms } ms par message.
    Précision { $precision_en } % en, { $precision_fr } % fr; rappel { $recall_en } %, { $recall_fr } %; F1 { $f1_en }, { $f1_fr }.

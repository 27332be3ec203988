# Les professions : la Classification nationale des professions (CNP).

## In a conversation
noc-likely = « { $title } » est très probablement la première de ces professions. Choisissez celle qui se rapproche le plus du travail que vous avez vraiment fait.
noc-choose = « { $title } » peut être l’une de ces professions. Choisissez celle qui se rapproche le plus du travail que vous avez vraiment fait.
noc-none = Je n’ai trouvé aucune profession pour « { $title } ». Essayez d’autres mots pour le même travail, ou un code de la CNP.
noc-line = **{ $code }** { $title } : FEER { $teer }, { $skilled ->
    [yes] travail qualifié
   *[no] travail non qualifié
}
noc-line-categories = { $line }; catégories : { $names }
noc-ask = Qu’est-ce qui se rapproche le plus du travail que vous avez fait : { $choices }?
noc-ask-or = { $first } ou { $last }
noc-choice = « { $title } »
noc-neither = Aucune de celles-ci
noc-skilled = **{ $code } { $title }** est de la FEER { $teer }. Entrée express compte ce travail comme qualifié.
noc-not-skilled = **{ $code } { $title }** est de la FEER { $teer }. Entrée express ne compte pas ce travail comme qualifié : seules les FEER 0, 1, 2 et 3 comptent.
noc-in-categories = Cette profession est sur la liste de { $count ->
    [one] cette catégorie
   *[other] ces catégories
} : { $names } (listes vérifiées le { $date }).
noc-in-no-category = Cette profession n’est sur la liste d’aucune catégorie (listes vérifiées le { $date }).
noc-left-category = Elle était sur la liste de la catégorie { $name } jusqu’au { $date }.
noc-duties = Comparez l’énoncé principal et les fonctions principales de la page officielle avec ce que vous avez vraiment fait. Ce sont eux qui comptent, pas le titre.
noc-old = **{ $code } { $title }** est un code de la CNP 2016, niveau de compétence { $level }. { $count ->
    [one] Dans la { $version }, c’est :
   *[other] Dans la { $version }, il a été divisé. Choisissez ce qui se rapproche le plus du travail que vous avez vraiment fait :
}
noc-alias = Entrée express n’utilise pas le code **{ $code }**; d’autres services l’utilisent. Dans Entrée express, c’est l’un de ceux-ci :
noc-unknown-code = Je ne connais pas de code { $code }. Un code de la { $version } a cinq chiffres.
noc-level = Le niveau de compétence { $level } de la CNP 2016 est surtout devenu FEER { $teers }. C’est votre code qui décide : quel est le titre de votre poste, ou votre code?
noc-listed = **{ $name } : { $count } professions** (liste vérifiée le { $date }) :
button-whole-list = Toute la liste
noc-short-attribution = Adapté de Statistique Canada, { $version }.
noc-page = { $code } sur le site officiel de la CNP

## The command line
cli-help-noc = les professions (CNP) qu’un titre de poste ou un code peut désigner
cli-help-title = un titre de poste ou un code; avec --jsonl, un fichier avec un titre, ou un objet avec title et lang, par ligne, ou - pour l’entrée standard
cli-help-limit-noc = combien de professions au plus ({ $limit })
cli-noc-match = { $code }  { $title }
cli-noc-details = FEER { $teer }, { $skilled ->
    [yes] travail qualifié
   *[no] travail non qualifié
}; d’après « { $matched } », sûr à { $percent } %
cli-noc-categories = catégories : { $names }
cli-noc-title = Il faut un titre : du texte, ou un objet avec title (texte) et lang ({ $languages }).
cli-noc-limit = Combien de professions : un nombre entier de 1 à { $most }.
cli-bench-noc = noc : { $median_ms } ms par recherche à la médiane, 95 % en { $p95_ms } ms (temps de processeur); les deux langues chargées en { $load_seconds } s, après { $start_seconds } s pour Python et ses modules, { $memory_mb } Mo en tout. Pour cent avec un code juste en premier / parmi les cinq premiers :

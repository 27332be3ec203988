# Ce que vaut quelque chose, et pourquoi une ligne du pointage est ce qu’elle est.
points-alone = **{ $points }** { $points ->
    [one] point
   *[other] points
} pour { $thing }.
points-alone-couple = **{ $points }** { $points ->
    [one] point
   *[other] points
} pour { $thing }, ou **{ $couple }** si votre conjoint vient avec vous.
points-only-together = Jusqu’à **{ $points }** { $points ->
    [one] point
   *[other] points
} pour { $thing }, mais seulement avec autre chose.
points-together-headline = Cela compte aussi avec :
points-together = - { $others } : jusqu’à { $points } de plus
points-held = Vous les avez déjà.
points-gone = **Aucun point** pour cela depuis le { $date }. Cela peut encore vous aider autrement.
points-gone-since = Depuis le **{ $date }**, et pour tous les pointages calculés depuis.
points-most = Au plus **{ $points }** { $points ->
    [one] point
   *[other] points
} : { $line }.
points-most-couple = Au plus **{ $points }** { $points ->
    [one] point
   *[other] points
}, ou { $couple } si votre conjoint vient avec vous : { $line }.
points-yours = Vous en avez **{ $points }**.
points-steps = Cela commence avec { $start }. Vous avez le maximum avec { $full }.
points-steps-same = Vous avez le maximum avec { $full }.
points-line = **{ $points }** { $points ->
    [one] point
   *[other] points
} sur { $most } : { $line }.
points-line-brief = - { $line } : { $points } sur { $most }
points-section = **{ $points }** { $points ->
    [one] point
   *[other] points
} pour cette partie : { $section }.
points-gaps = Vous êtes à **{ $total }**. Voici où il reste le plus à gagner :
points-gaps-together = - { $section } : { $points }. Ils augmentent avec vos langues et votre travail.

thing-age = l’âge de { $number } ans
thing-spouse-age = l’âge de { $number } ans de votre conjoint
thing-education = { $level ->
    [less_than_secondary] moins que le secondaire
    [secondary] un diplôme d’études secondaires
    [one_year] un programme d’un an
    [two_year] un programme de deux ans
    [bachelors_or_three_year] un baccalauréat ou une licence
    [two_or_more] deux diplômes ou plus
    [masters_or_professional] une maîtrise ou un diplôme professionnel
   *[doctorate] un doctorat
}
thing-spouse-education = { $level ->
    [less_than_secondary] un conjoint qui n’a pas fini le secondaire
    [secondary] un conjoint qui a un diplôme d’études secondaires
    [one_year] un conjoint qui a fait un programme d’un an
    [two_year] un conjoint qui a fait un programme de deux ans
    [bachelors_or_three_year] un conjoint qui a un baccalauréat ou une licence
    [two_or_more] un conjoint qui a deux diplômes ou plus
    [masters_or_professional] un conjoint qui a une maîtrise ou un diplôme professionnel
   *[doctorate] un conjoint qui a un doctorat
}
thing-first-language = le niveau { $number } du NCLC pour chaque habileté de votre première langue
thing-second-language = le niveau { $number } du NCLC pour chaque habileté de votre deuxième langue
thing-french-first = le NCLC { $number } pour chaque habileté, le français étant votre première langue
thing-french = le niveau { $number } du NCLC partout en français
thing-english = le niveau { $number } du CLB partout en anglais
thing-spouse-language = un conjoint qui a le niveau { $number } du NCLC partout
thing-canadian-work-years = { $number ->
    [one] { $number } an de travail qualifié au Canada
   *[other] { $number } ans de travail qualifié au Canada
}
thing-foreign-work-years = { $number ->
    [one] { $number } an de travail qualifié à l’étranger
   *[other] { $number } ans de travail qualifié à l’étranger
}
thing-spouse-canadian-work-years = { $number ->
    [one] un conjoint qui a { $number } an de travail qualifié au Canada
   *[other] un conjoint qui a { $number } ans de travail qualifié au Canada
}
thing-spouse-foreign-work-years = { $number ->
    [one] un conjoint qui a { $number } an de travail qualifié à l’étranger
   *[other] un conjoint qui a { $number } ans de travail qualifié à l’étranger
}
thing-canadian-education = { $level ->
    [none] aucun diplôme du Canada
    [one_or_two_years] un diplôme du Canada d’un ou deux ans
   *[three_years_or_more] un diplôme du Canada de trois ans ou plus
}
thing-certificate-of-qualification = un certificat de métier canadien
thing-provincial-nomination = une désignation d’une province
thing-sibling-in-canada = un frère ou une sœur au Canada
thing-job-offer = une offre d’emploi

factor-first-language-lowest = de bons résultats dans votre première langue
factor-education = un diplôme
factor-canadian-work-years = du travail au Canada
factor-foreign-work-years = du travail à l’étranger
factor-certificate-of-qualification = un certificat de métier canadien
factor-english-lowest = l’anglais

## La grille de 67 points
points-grid = Il faut **{ $needed }** points sur { $most } à la grille des travailleurs qualifiés (fédéral) : { $lines }.
points-grid-line = { $name } ({ $points })

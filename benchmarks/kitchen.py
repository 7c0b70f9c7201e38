"""Makes a library of recipes to measure with: as many as wanted, each its own, from a seed and a small grammar.

    python benchmarks/kitchen.py FOLDER [--count 10000] [--seed 1]

A dish is a kind ("Soup") with a main food and a garnish; its other foods are drawn unevenly, garlic for most of them
and saffron for few. The words are a grammar: "<a|b>" is one of the two, "{open}" a sentence of that name or a food that
is set, "¶" a line end, "»" a ">", and German stands behind "||". In a step "?" may be left out, "+" stands one deeper,
and ":*spices" lists the spices below.
"""

# ruff: noqa: E501 - a rule of the grammar stays on its line, however long

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from unicodedata import normalize

FOODS = """
Pantry // fats /  / olive oil|tbsp|14|884|1|4; butter|tbsp|14|717|1|4; canola oil|tbsp|14|884|1|3; ghee|tbsp|13|876|1|3; coconut oil|tbsp|14|862|1|3; avocado oil|tbsp|14|884|1|3; lard|tbsp|13|902|1|2 // liquids /  / vegetable broth|cup|240|5|3|6; chicken broth|cup|240|6|3|6; beef broth|cup|240|7|3|6 // sauces /  / coconut milk|cup|226|230|1|2; crushed tomatoes|cup|240|32|1|3; tomato sauce|cup|245|24|1|2; dry white wine|cup|235|82|0.5|1; marinara sauce|cup|250|50|1|2 // spices /  / ground cumin|tsp|2|375|0.5|2; smoked paprika|tsp|2|282|0.5|2; dried oregano|tsp|1|265|0.5|2; ground coriander|tsp|2|298|0.5|2; red pepper flakes|tsp|2|318|0.25|1; chili powder|tsp|3|282|0.5|2; ground turmeric|tsp|3|312|0.5|1; dried thyme|tsp|1|276|0.5|1; curry powder|tsp|2|325|1|3; cayenne pepper|tsp|2|318|0.25|0.5; garam masala|tsp|2|379|1|2; fennel seeds|tsp|2|345|0.5|1; mustard seeds|tsp|3|508|0.5|1; allspice|tsp|2|263|0.25|0.5; ground cardamom|tsp|2|311|0.25|1; sumac|tsp|3|280|0.5|2; caraway seeds|tsp|2|333|0.5|1; saffron|pinch|0.5|310|1|1 // seasonings /  / tomato paste|tbsp|16|82|1|3; soy sauce|tbsp|16|53|1|3; honey|tbsp|21|304|1|2; harissa|tbsp|15|90|1|2; Dijon mustard|tbsp|15|66|1|2; tahini|tbsp|15|595|1|3; white miso|tbsp|17|198|1|2; maple syrup|tbsp|20|260|1|2; peanut butter|tbsp|16|588|1|3; fish sauce|tbsp|18|35|1|1 // acids /  / sherry vinegar|tbsp|15|20|1|2; rice vinegar|tbsp|15|18|1|2; balsamic vinegar|tbsp|16|88|1|2
Pantry // pulses / drained and rinsed / chickpeas|can|425|119|1|2; black beans|can|425|91|1|2; white beans|can|425|98|1|2; pinto beans|can|425|86|1|2; butter beans|can|425|78|1|2; black-eyed peas|can|425|77|1|2 // pulses / rinsed / red lentils|cup|192|358|1|2; green lentils|cup|192|352|1|2; kidney beans|can|425|84|1|2 // grains / rinsed / basmati rice|cup|185|360|1|2; quinoa|cup|170|368|1|2; bulgur|cup|140|342|1|2; farro|cup|180|362|1|2; pearl barley|cup|200|352|1|2; brown rice|cup|190|367|1|2; millet|cup|200|378|1|2 // pasta /  / spaghetti|oz|28.35|371|8|16; penne|oz|28.35|371|8|16; rigatoni|oz|28.35|371|8|16; linguine|oz|28.35|371|8|16; fusilli|oz|28.35|371|8|16; farfalle|oz|28.35|371|8|16; orecchiette|oz|28.35|371|8|16 // flours /  / all-purpose flour|cup|120|364|2|3; whole wheat flour|cup|120|340|2|3; spelt flour|cup|100|338|2|3 // sugars /  / sugar|cup|200|387|0.5|1; brown sugar|cup|213|380|0.5|1; coconut sugar|cup|150|375|0.5|1 // leaveners /  / baking powder|tsp|5|53|1|2; baking soda|tsp|5|0|0.5|1 // scents /  / vanilla extract|tsp|4|288|1|2; cinnamon|tsp|3|247|0.5|2; nutmeg|tsp|2|525|0.25|0.5; lemon zest|tbsp|6|47|1|2 // mixins / roughly chopped / chocolate chips|cup|170|502|0.5|1; raisins|cup|149|299|0.5|1; pecans|cup|109|691|0.5|1; hazelnuts|cup|135|628|0.5|1; dried cranberries|cup|120|308|0.5|1; dates|cup|147|282|0.5|1; dried apricots|cup|130|241|0.5|1; macadamia nuts|cup|132|718|0.5|1 // finishes /  / powdered sugar|tbsp|8|389|1|3; sliced almonds|tbsp|6|579|2|4; shredded coconut|tbsp|5|501|2|4; poppy seeds|tbsp|9|525|1|2; pumpkin seeds|tbsp|9|559|1|3; cocoa nibs|tbsp|8|600|1|2; turbinado sugar|tbsp|12|399|1|2; flaxseed|tbsp|10|534|1|2 // wraps / warmed / corn tortillas||26|218|8|12; flour tortillas||45|312|6|8; pita breads||60|275|4|6; naan breads||90|290|3|4
Produce // aromatics / minced, finely chopped, thinly sliced / garlic|clove|3|149|2|6; yellow onions|large|150|40|1|2 // aromatics / minced, thinly sliced, diced / fresh ginger|tbsp|6|80|1|3; shallots||40|72|2|4; celery|stalk|40|16|2|4 // aromatics / thinly sliced, diced / scallions||15|32|3|6; red onions|medium|110|40|1|2; leeks||89|61|1|3 // aromatics / thinly sliced / fennel bulbs||234|31|1|2; lemongrass|stalk|15|99|1|2 // roots / peeled and diced, cut into 1-inch pieces / carrots||61|41|2|5; potatoes|medium|213|77|2|5 // roots / cut into 1-inch pieces, diced / sweet potatoes||130|86|2|4; cauliflower|oz|28.35|25|12|24; beets||82|43|2|5 // roots / peeled and diced, cubed / butternut squash|oz|28.35|45|16|32; parsnips||120|75|2|4; pumpkin|oz|28.35|26|16|32; celeriac|oz|28.35|42|10|20; turnips|medium|122|28|2|4; rutabaga|oz|28.35|37|10|20 // vegetables / sliced, roughly chopped / red bell peppers||119|31|1|3; spinach|oz|28.35|23|4|10; Swiss chard|oz|28.35|19|6|12; artichoke hearts|oz|28.35|47|6|12 // vegetables / sliced, cut into bite-size pieces / zucchini|medium|196|17|1|3; cremini mushrooms|oz|28.35|22|6|12 // vegetables / trimmed, roughly chopped / broccoli|oz|28.35|34|8|16; green beans|oz|28.35|31|6|12; kale|oz|28.35|35|4|10 // vegetables / diced, roughly chopped / tomatoes|medium|123|18|2|5; eggplants|medium|458|25|1|2 // vegetables / shredded, roughly chopped / green cabbage|oz|28.35|25|8|16; asparagus|oz|28.35|20|8|16 // vegetables /  / frozen peas|cup|134|77|1|2; sweet corn|cup|145|86|1|2; cherry tomatoes|oz|28.35|18|8|12 // vegetables / halved, sliced / Brussels sprouts|oz|28.35|43|8|16; bok choy|oz|28.35|13|8|16; okra|oz|28.35|33|6|12; jalapeños||14|29|2|4
Produce // crisp / thinly sliced, diced / cucumbers||301|15|1|2; radishes||5|16|4|10; romaine lettuce|head|626|17|1|1 // crisp / thinly sliced, shredded / red cabbage|oz|28.35|31|4|8; arugula|oz|28.35|25|3|6; avocados||150|160|1|2 // crisp / thinly sliced / endive|head|500|17|1|1; kohlrabi|oz|28.35|27|4|8; watercress|oz|28.35|11|2|4 // herbs / chopped, roughly torn / parsley|tbsp|4|36|2|6; cilantro|tbsp|1|23|2|6; basil|tbsp|3|23|2|6; mint|tbsp|6|44|2|4 // herbs / chopped / dill|tbsp|1|43|1|4; chives|tbsp|3|30|1|4; tarragon|tbsp|2|49|1|2; rosemary|tbsp|2|131|1|2 // acids /  / lemon juice|tbsp|15|22|1|3; lime juice|tbsp|15|25|1|3; red wine vinegar|tbsp|15|19|1|2 // fruits / fresh or frozen / blueberries|cup|148|57|1|2; raspberries|cup|123|52|1|2 // fruits / diced, halved / apples|medium|182|52|1|3; bananas|medium|118|89|2|3 // fruits / diced / pears|medium|178|57|1|3; peaches|medium|150|39|2|3; plums||66|46|3|6 // fruits / pitted / cherries|cup|154|63|1|2 // fruits / sliced, diced / strawberries|cup|152|32|1|2; rhubarb|cup|122|21|1|3
Fridge // meats / cut into bite-size pieces, patted dry / chicken thighs|lb|453.6|177|1|2; ground beef|lb|453.6|254|1|2 // meats / cut into bite-size pieces / pork shoulder|lb|453.6|236|1|3; ground turkey|lb|453.6|148|1|2 // meats / patted dry / chicken breasts|lb|453.6|120|1|2; salmon|lb|453.6|208|1|2; shrimp|lb|453.6|85|1|2 // meats / patted dry, cubed / firm tofu|oz|28.35|144|12|20; cod|lb|453.6|82|1|2; ground lamb|lb|453.6|282|1|2 // meats / sliced / Italian sausage|oz|28.35|346|8|16; tempeh|oz|28.35|192|8|12; paneer|oz|28.35|321|8|14 // toppings / crumbled / feta|oz|28.35|265|2|6; goat cheese|oz|28.35|264|2|5; blue cheese|oz|28.35|353|2|4 // toppings / grated / Parmesan|oz|28.35|392|1|4; cheddar|oz|28.35|403|2|6; pecorino|oz|28.35|387|1|4 // toppings /  / Greek yogurt|cup|245|97|0.5|1; sour cream|cup|230|198|0.5|1; crème fraîche|cup|230|380|0.5|1 // toppings / toasted / almonds|oz|28.35|579|1|3; pine nuts|oz|28.35|673|1|2; walnuts|oz|28.35|654|1|3; pistachios|oz|28.35|560|1|3; cashews|oz|28.35|553|1|3; sesame seeds|tbsp|9|573|1|2 // shortening / softened / butter|tbsp|14|717|8|12; margarine|tbsp|14|717|8|12; coconut oil|tbsp|14|862|6|10 // eggs / at room temperature / eggs|large|50|143|1|3 // milks /  / whole milk|cup|245|61|0.5|1; buttermilk|cup|245|62|0.5|1; oat milk|cup|240|50|0.5|1
Vorrat // fette /  / Butter|EL|14|717|1|3; Olivenöl|EL|14|884|1|3; Rapsöl|EL|14|884|1|3; Schmalz|EL|13|902|1|2 // brühen /  / Gemüsebrühe|ml|1|5|750|1200; Hühnerbrühe|ml|1|6|750|1200 // gewürze /  / Majoran|TL|1|271|1|2; Paprikapulver|TL|2|282|1|2; Kümmel|TL|2|333|0.5|1; Currypulver|TL|2|325|1|2
Gemüse // zwiebeln / gewürfelt, fein gehackt / Zwiebeln|g|1|40|100|250; Knoblauch|Zehe|3|149|1|3; Lauch|Stange|150|61|1|2; Ingwer|EL|6|80|1|2 // gemüse / geschält und gewürfelt / Kartoffeln|g|1|77|300|800; Möhren|g|1|41|200|500; Linsen|g|1|352|150|300 // gemüse / geputzt / Kürbis|g|1|26|400|900; Pastinaken|g|1|75|200|500; Kohlrabi|g|1|27|200|500; Blumenkohl|g|1|25|300|600 // grün / fein gehackt / Petersilie|EL|4|36|2|4; Schnittlauch|EL|3|30|2|4; Dill|EL|1|43|1|3; Basilikum|EL|3|23|1|3 // grün /  / Sahne|EL|15|292|3|8; Schmand|EL|20|240|2|4; Frischkäse|EL|15|250|2|6; Crème fraîche|EL|15|292|2|5
"""
KINDS = """
folder  adjectives  nouns  serves  cook  own  main  garnish  draws  steps
soups  savory  Soup,Stew,Chowder,Bisque,Broth,Pottage  4 2 4 6 8 4–6  <30–35 minutes|~40 minutes|45 minutes|1 hour>  <Soup|Cold Weather|Bowls>  roots,pulses  herbs,toppings  fats 1 1,aromatics 2 4,vegetables 1 2,spices 2 4,sauces 0 1,liquids 1 1,acids 1 1  prep soften bloom simmer finish serve
curries  savory  Curry,Korma,Balti,Casserole  4 2 4 6 4–6  <40–45 minutes|~50 minutes|1 hour|1 hour 15 minutes>  <Curry|Indian-Inspired|Rice Night>  meats  herbs  fats 1 1,aromatics 3 4,vegetables 1 2,spices 3 5,sauces 1 2,acids 1 1  prep soften sear bloom simmer finish serve
salads  savory  Salad,Slaw,Lunch Bowl,Tabbouleh,Platter  4 2 2 4 6 2–3  <15–20 minutes|~20 minutes|25 minutes>  <Salad|Lunch|No Fuss>  grains,pulses  herbs,toppings  fats 1 1,aromatics 1 2,crisp 2 3,vegetables 0 1,seasonings 1 2,spices 0 1,acids 1 2  prep warm dress toss rest serve
pasta  savory  Pasta,Pasta Supper,Pasta Pot,Pasta Plate  4 2 4 6 2–3  <25–30 minutes|~30 minutes|40 minutes>  <Pasta|Italian-Inspired|Noodles>  vegetables  herbs,toppings  pasta 1 1,fats 1 1,aromatics 2 3,spices 1 3,sauces 1 1,seasonings 0 1,acids 0 1  prep boil soften bloom sauce combine serve
mains/roasts  savory  Traybake,Roast,Sheet-Pan Supper,Oven Dinner  4 2 4 6 8 4–6  <35–40 minutes|~45 minutes|1 hour|1 hour 15 minutes>  <Main Dish|Dinner|Hands Off>  roots,meats  herbs,toppings  fats 1 1,aromatics 2 3,vegetables 2 3,spices 2 3,seasonings 1 2,acids 1 1  heat prep coat roast drizzle serve
mains/skillets  savory  Skillet,Hash,Stir-Fry,Sauté,Panfry  4 2 2 4 2–3  <15–20 minutes|~20 minutes|25 minutes>  <Main Dish|Dinner|Skillet Suppers>  meats  herbs,toppings  fats 1 1,aromatics 2 4,vegetables 2 3,seasonings 1 3,spices 1 2,acids 1 1  prep stir soften sear tumble finish serve
mains/tacos  savory  Tacos,Wraps,Street Plates  4 2 4 6 4–6  <20–25 minutes|~30 minutes|35 minutes>  <Tacos|Mexican-Inspired|Hands On>  meats,pulses  herbs,toppings  wraps 1 1,fats 1 1,crisp 1 2,aromatics 1 3,spices 2 4,acids 1 1  prep pickle soften bloom fry fill serve
grains  savory  Pilaf,Grain Pot,Grain Supper  4 2 4 6  <30–35 minutes|~40 minutes|45 minutes>  <Grains|Sides|Rice Dishes>  roots,vegetables  herbs,toppings  grains 1 1,fats 1 1,aromatics 2 3,spices 1 3,liquids 1 1,acids 1 1  prep soften bloom steam fluff serve
baking/cookies  sweet  Cookies,Biscuits  24 18 24 36  <10–12 minutes|~15 minutes|12 minutes>  <Baking|Dessert|Cookies>  mixins  finishes  flours 1 2,sugars 1 2,leaveners 1 1,shortening 1 1,eggs 1 1,scents 1 2  oven sift cream fold shape bakecookies cool
baking/cakes  sweet  Cake,Loaf,Muffins  10 8 10 12  <35–40 minutes|~50 minutes|1 hour|1 hour 10 minutes>  <Baking|Dessert|Cakes>  fruits  finishes  flours 1 1,sugars 1 2,leaveners 1 2,shortening 1 1,eggs 1 1,scents 1 2,milks 1 1  oven sift cream loosen layer bakecake cool
deutsch  würzig  suppe  4 2 4 6 4–6  <25–30 Minuten|ca. 40 Minuten|1 Stunde|1 Stunde 15 Minuten>  <Suppe|Hausmannskost>  gemüse  grün  fette 1 1,zwiebeln 1 3,gemüse 1 2,gewürze 1 2,brühen 1 1  schneiden dünsten kochen pürieren servieren
"""
STEPS = """
prep|Get Everything Ready|Rinse and dry the produce<, then clear a little room to work|>.|Prepare the {aromatics} first<, before the stove is on|, on the large board|>.|Have the {main} <at hand|measured and waiting|ready in a bowl of its own>.|?+**Tip:** <Do this in the morning and the evening is short.|A damp towel below the board keeps it still.> / heat|Heat the Oven|<Set a rack in the middle and preheat|Preheat> the oven to <400°F (200°C)|425°F (220°C)|375°F (190°C)>.|<Line a large baking sheet with parchment.|Put a heavy sheet pan in to get hot.> / soften|<Soften the Base|Start the Pot|Build the Base>|<Warm|Heat> the {fats} in a <large pot|wide, heavy pan|Dutch oven> over <medium|medium-low> heat.|Add the {aromatics} with a pinch of salt.|+Cook for <4–5|6–8|8–10> minutes, <stirring now and then|stirring often>, until soft<| and just golden at the edges>.|?+Lower the heat if anything browns too soon. / bloom|<Bloom the Spices|Wake the Spices|Season>|<In a small bowl, mix|Measure into a cup>:*spices,seasonings|Stir the mixture into the pan and cook for <30 seconds|1 minute|1–2 minutes>, until <fragrant|it smells warm and toasted>. / finish|<Finish|Taste and Adjust>|Take the pan off the heat<| and let it stand for 5 minutes>.|Stir in the {acids}.|Taste and season with salt and pepper<|, a little at a time>. / serve|<Serve|Finish & Serve|Bring to the Table>|Divide between <warm plates|bowls|plates>.|Top with the {garnish}<| and a little black pepper>.|Serve <at once|hot|warm, with napkins|right away>.
simmer|<Simmer|Let It Simmer|Cook It Gently>|Add to the pot:*main,vegetables,sauces,liquids|Bring to a <boil|lively simmer>, then lower the heat and cover<| with the lid ajar>.|Simmer for <20–25|25–30|30–40|35> minutes, until everything is tender.|?+If it gets too thick, loosen it with a splash of water. / sear|<Brown|Sear> the Main Part|Pat dry and season with salt and pepper<, on both sides|>.|Put the {main} into the <hot pan|pan in one layer> and cook over <medium-high|high> heat for <4–5|5–6|6–8> minutes, until <well browned|brown in places>.|?+Work in two batches if the pan is small. / stir|Mix the Sauce|In a small bowl, <whisk|stir> together:*seasonings,spices|?A spoonful of hot water makes it smooth. / tumble|Add the Rest|Add the {vegetables} and cook for <3–4|4–5|6–8> minutes, until <crisp-tender|bright and just soft>.|Pour in the sauce and toss for <2|2–3> minutes, until everything shines.
warm|Cook and Cool|Put the {main} in a saucepan, cover with <plenty of|lightly salted> water, and cook for <12–15|15–20|10–12> minutes, until <tender|just done>.|Drain well and <spread out on a tray|leave in the sieve> for <10|15> minutes to cool. / dress|Stir the Dressing|In a <jar with a lid|large bowl|small bowl>, <whisk|shake> together:*fats,acids,seasonings,spices,aromatics|Taste, and add salt <until it is lively|and a little pepper>. / toss|<Toss|Put It Together>|In a <wide|large> bowl, combine:*main,crisp,vegetables|Pour <two thirds|most|half> of the dressing over and toss <gently|with both hands>. / rest|Let It Rest|<Leave the bowl on the counter|Cover and chill> for <10–15|20|30> minutes, so that the flavors meet.|<Toss once more.|Taste again, since cold food needs more salt.>
boil|Boil the Pasta|Bring a <large|tall> pot of salted water to a boil.|Cook the {pasta} for <8–9|9–11|10–12> minutes, until <al dente|just short of done>.|+Keep a <mug|ladle> of the cooking water, then drain. / sauce|<Make the Sauce|Let the Sauce Thicken>|Add to the pan:*main,sauces|<Simmer|Let it bubble> for <8–10|10–12|12–15> minutes, until <glossy|thick enough to coat a spoon>. / combine|Bring It Together|Tip the drained {pasta} into the sauce and toss over <low|medium> heat for <2|2–3> minutes.|<Loosen with some of the cooking water.|Add cooking water, a splash at a time, until it looks silky.>|Taste for salt and finish with the {acids}. / steam|<Toast and Steam|Steam>|Stir in the {grains} and toast for <2|2–3> minutes.|Add:*main,liquids|Bring to a boil, cover, and cook over low heat for <18–20|20–25|25–30> minutes, until the liquid is gone. / fluff|Fluff|Leave the lid on for <5|10> minutes off the heat.|Sprinkle with the {acids} and fluff with a fork.
coat|<Season and Spread|Coat Everything>|In a large bowl, stir together:*spices,seasonings,aromatics|Toss the {main} with the {vegetables} and half the {fats}, then with the <mixture|contents of the bowl>.|<Spread out on the pan|Spread in one layer>, with room between the pieces. / roast|Roast|Roast for <20–25|25–30|30–35|40> minutes, turning <once|everything halfway through>.|+It is done when the edges are <deep brown|crisp and dark>. / drizzle|Dress It Hot|Drizzle with the remaining {fats} and the {acids} while still hot.|Season with salt and pepper. / pickle|<Quick Pickle|Make the Slaw>|In a <bowl|shallow dish>, toss together:*crisp,acids|Add a pinch of salt and leave for <10|15|20> minutes, <pressing down once|stirring now and then>. / fry|Cook the Filling|Add the {main} and cook for <6–8|8–10|10–12> minutes, <breaking up larger pieces|turning often>, until <browned and done|hot through and crisp at the edges>. / fill|Warm and Fill|Warm the {wraps} in a dry pan, <30|20–30> seconds a side, and wrap in a towel.|Fill with:*main,crisp|?Two small ones are easier to hold than one large one.
oven|Preheat|Preheat the oven to <350°F (175°C)|375°F (190°C)|325°F (165°C)><| and move a rack to the middle>.|<Line the pan with parchment|Grease the pan lightly|Line and lightly grease the pan>. / sift|Mix the Dry Part|In a <medium|large> bowl, whisk together:*flours,leaveners|Add a pinch of salt<| and make a well in the middle>. / cream|Beat|Beat the {shortening} with the {sugars} for <2–3|3–4> minutes, until <pale|light and fluffy>.|Beat in:*eggs,scents|?Scrape down the bowl once in between. / fold|<Fold|Make the Dough>|Stir in the flour mixture <in two goes|on low speed>, just until no dry streaks are left.|Fold in the {main}.|Cover and chill for <20|30|45> minutes. / shape|Shape|Roll into balls <about 1½ inches wide|the size of a walnut> and set <2 inches|5 cm> apart on lined trays.|Press the {garnish} lightly into the tops. / bakecookies|Bake|Bake for <9–11|10–12|11–13> minutes, until the edges are <set|golden>.|+The middle should still look <soft|a little wet>. / loosen|Make the Batter|Stir in the flour mixture and the {milks} in turns, beginning and ending with flour.|Stop as soon as the batter is <smooth|even>; a few lumps are fine. / layer|Add the Fruit|Fold in half the {main}.|Scrape the batter into the pan and scatter the remaining {main} over it. / bakecake|Bake|Top with the {garnish}.|Bake for <35–40|45–50|50–55> minutes, until a toothpick comes out clean.|?+Cover loosely with foil if the top darkens early. / cool|Cool|Let cool in the pan for <5|10> minutes, then move to a rack.|<Keep in a tin once cold.|Eat the first one warm.|Wait until it is cold before cutting, if you can.>
schneiden|Vorbereiten|Alles waschen und putzen.|Bereitstellen:*main,zwiebeln,gemüse|?**Tipp:** Gleich große Stücke werden zugleich gar. / dünsten|Andünsten|{fette} in einem <großen|breiten> Topf erhitzen.|{zwiebeln} darin <3–4|5|6–8> Minuten glasig dünsten.|{gewürze} kurz mitrösten. / kochen|Kochen|In den Topf geben:*main,gemüse,brühen|Aufkochen und zugedeckt <20|25|25–30> Minuten bei <kleiner|mittlerer> Hitze kochen. / pürieren|Pürieren|Den Topf vom Herd nehmen und die Suppe <fein|grob> pürieren.|Mit Salz und Pfeffer <abschmecken|kräftig würzen>.|?+Wer sie dünner mag, gibt etwas heißes Wasser dazu. / servieren|Servieren|Auf <Teller|tiefe Teller|Schalen> verteilen.|{garnish} darübergeben und <heiß|sofort> servieren.
"""
GRAMMAR = """
document|---¶id: {id}¶title: <{title}|{title}|"{title}">¶description: {describe}¶{extra}{tags}¶---¶¶![{title}](/img/{folder}/{id}/cover.jpg)¶¶## Overview¶¶{open} {why} {when}¶¶{refer}{facts}¶» - **Prep Time:** {prep}¶» - **Cook Time:** {cook}¶¶{table}## Ingredients¶¶{list}## Instructions¶¶{method}## Notes¶¶- {keep}¶<- {advice}¶|><- {swap}¶|>{link} || ---¶id: {id}¶title: {title}¶description: {describe}¶<lang: de¶|>{tags}¶---¶¶![{title}](/img/{folder}/{id}/cover.jpg)¶¶## Überblick¶¶{open} {why} {when}¶¶{refer}» - **Portionen:** {serves}¶» - **Vorbereitungszeit:** {prep}¶» - **Kochzeit:** {cook}¶¶{table}## Zutaten¶¶{list}## Zubereitung¶¶{method}## Tipps¶¶- {keep}¶<- {advice}¶|>{link}
tags|<tags: [{own}, {season}]|tags: [{own}, {habit}, {season}]|tags:¶  - {own}¶  - {habit}|tags:¶  - {own}¶  - {season}¶  - {diet}|tags:¶  - {own}¶  - {diet}¶  - {season}¶  - {habit}|tags:¶  - {own}¶  - {diet}>
season|Spring|Summer|Autumn|Winter|Holiday|Sunday Cooking|Weeknight|Picnic|Date Night || Herbst|Winter|Sonntag|Ostern
habit|Make-Ahead|Freezer Friendly|One-Pot Meals|Batch Cooking|Meal Prep|Quick|Low Effort|Leftovers|Pantry Cooking || Schnell|Vorrat|Eintopf
diet|Vegetarian|Gluten-Free|Budget|Family Dinner|Kid-Friendly|Potluck|High Protein|Farmers Market|Comfort Food|Spicy || Günstig|Familie|Abendessen
facts|» - **Serves:** {serves}
makes|» - **Makes:** {serves} cookies|» Makes {serves} cookies¶»
prep|~10 minutes|10–15 minutes|15 minutes|20 minutes|~25 minutes|35 minutes|30–40 minutes || 15 Minuten|20 Minuten|ca. 25 Minuten|30 Minuten
describe|<Dependable|Cheerful|Generous|Quiet|Sturdy|Lively>, {a} {noun} with {main}, finished with {garnish} and <worth the wait|ready before the table is set|made from what is in the house|better the next day|good enough for guests>.|<All about|Built around|A good use of> {main}, with {garnish} to finish, and <forgiving of mistakes|asking for little|generous enough for a crowd|easy to make ahead>. || {a}, <einfache|schnelle|gute> Suppe mit {main} und {garnish}, <für kalte Tage|für die ganze Familie|in einem Topf gekocht>.
open|This recipe began as a way to use up {main} and <stayed|never left|earned its page>.|There are <many|a hundred|louder> ways to cook {main}; this is the one that <gets made|we come back to|the family asks for>.|Some evenings call for {noun}, and this version <is quick to agree|never argues|knows its place>.|We first made this on a <rainy|snowy|hot|long> <Monday|Tuesday|Thursday|Sunday> with <half an hour|one burner|an empty fridge> to spare, and it has been on the list ever since. || Diese Suppe <kocht sich fast von selbst|braucht nur einen Topf|gehört in jeden Herbst>.|Bei uns gibt es sie <jeden Samstag|immer im Winter|nach jedem Markttag>, seit <vielen Jahren|die Kinder klein waren|wir einen Garten haben>.
why|The trick is <patience|a hot pan|enough salt|a steady hand> at the start and {garnish} at the end, and that <wakes everything up|ties it together|keeps it from being dull>.|What makes it work is the contrast: {main} on one side, {garnish} on the other, and <very little|nothing much> between them.|Nothing here is difficult, but the order matters: <the slow part first, the fresh part last|each thing gets its moment|let every step finish before the next>. || Wichtig ist, dass die Zwiebeln <langsam|ohne Farbe|geduldig> dünsten, <dann wird alles mild|denn daher kommt der Geschmack>.|Am Ende sorgt {garnish} für <Frische|den letzten Schliff|etwas Glanz>.
when|It <holds well|packs well|reheats well> and <doubles without trouble|travels in any box|asks for nothing but a fork>, so make it when <people are coming|there is time on a weekend|the week looks long>.|Make it <once as written|exactly as it stands>, then <change what you like|bend it to the season|let the market decide>; it <can take it|will still be itself>.|It is <plain|honest|warm> food, <a little loud in its seasoning|bolder than it looks|gentle enough for children>, and it <disappears quickly|leaves few leftovers|goes round the table twice>. || Sie <lässt sich gut vorbereiten|schmeckt aufgewärmt noch besser|macht alle satt> und <passt zu jedem Brot|braucht keine Beilage>.
keep|Keeps <2|3|4> days in the refrigerator<, well covered|; it thickens as it stands>.|<Freezes well|Freeze in portions> for up to <2|3> months.|<Leftovers make a good lunch|What is left is even better cold>. || <Hält sich|Bleibt> im Kühlschrank <zwei|drei> Tage frisch.|<Lässt sich gut einfrieren|Eingefroren hält sie drei Monate>.
advice|<Everything can be chopped|The first two steps can be done> a day ahead.|**<Taste before serving|Do not skip the resting|Read it through once first>**: it <makes the difference|saves trouble later>.|A <heavy pan|wide pan|good knife> <helps more than anything else here|is worth looking for>. || Dazu passt <dunkles Brot|ein Stück Bauernbrot|frisches Brot>.|Wer mag, <püriert nur die Hälfte|lässt einige Stücke ganz>.
swap|For a <milder|gentler> version, <use half of the seasoning|leave the sharp parts out>.|<No|Short of> {garnish}? <Leave it out|Use what the garden gives>; the dish stands without.|For <a crowd|guests>, <double everything|make two batches> and <use a larger pan|allow a little more time>.
refer|The <method|idea|order of the steps> <comes from|is borrowed from|owes much to> [{page}].¶¶|<See|Compare> [{page}] for <the longer story|another way to do it|a version without dairy>.¶¶ || Die <Idee|Reihenfolge> <stammt von|kommt aus> [{page}].¶¶
link|¶[{page}]: https://{host}.example.<org|com|net>/{folder}/{slug}¶
page|Slow Kitchen|Market Notes|The Long Table|Copper Pan|Sunday Stove|Salt and Thyme|Back Burner|Small Oven
form|Estimated Calories & Sources,Ingredient,Quantity,Calories,Source,Total,Step,Salt & pepper, and ,For the {noun},To finish,<Open Food Table|Kitchen Figures|Food Almanac|Nutrient Pages> || Kalorien,Zutat,Menge,Kalorien,Quelle,Gesamt,Schritt,Salz und Pfeffer, und ,Für die Suppe,Zum Schluss,<Open Food Table|Kitchen Figures|Food Almanac|Nutrient Pages>
share|Per serving ({serves} servings) || Pro Portion ({serves} Portionen)
extra||||date: 20<18|19|21|23>-<02|05|08|11>-<03|11|19|27>¶slug: {slug}¶draft: false¶|date: 20<20|22|24|25>-<01|04|09|12>-<02|08|17|25>¶
savory|Smoky|Bright|Garlicky|Slow-Cooked|Weeknight|Peppery|Golden|Rustic|Crispy|Tangy|Fiery|Fragrant|Harvest|Hearty
sweet|Chewy|Tender|Brown Butter|Old-Fashioned|Crackled|Soft|Toasted|Buttery|Weekend|Bakery-Style|Rustic|Golden|Spiced|Simple
würzig|Einfache|Herzhafte|Schnelle|Feine|Würzige|Leichte|Kräftige|Cremige|Deftige|Omas
"""
GITIGNORE = "# made by the site\n/public/\n/resources/_gen/\nnode_modules/\n.hugo_build.lock\n\n# not ready, or not ours any more\ndrafts/\n/archive/\n*.draft.md\n!keep.draft.md\n\n# editors and systems\n.obsidian/\n.DS_Store\n*~\n.*.swp\n"
LOG = "# Kitchen log {}\n\nThe oven runs hot again. Bought twine, and paper for the freezer.\n\nLast time: `{}`, nobody complained.\n"

Entry = dict[str, str]  # a food, or a kind of dish
BAR = re.compile(r"\|(?![^<>]*>)")
CHOICE = re.compile("<([^<>]*)>")
FRACTIONS = {0.0: ("", ""), 0.25: ("¼", "1/4"), 0.5: ("½", "1/2"), 0.75: ("¾", "3/4")}
PLURALS = {"cup": "cups", "clove": "cloves", "stalk": "stalks", "can": "cans", "Zehe": "Zehen", "Stange": "Stangen"}
ROUND = {"tsp": 0.25, "tbsp": 0.5, "cup": 0.25, "lb": 0.5, "g": 25.0, "ml": 50.0, "TL": 0.5, "EL": 0.5}
HEAD, *ROWS = (line.split("  ") for line in KINDS.strip().split("\n"))
SLOTS = [(dict(zip(HEAD, row, strict=True)), noun) for row in ROWS for noun in row[2].split(",")]
METHODS = {name: rest for name, *rest in map(BAR.split, STEPS.strip().replace(" / ", "\n").split("\n"))}
SENTENCES: dict[str, list[str]] = {}
for key, _, both in (line.partition("|") for line in GRAMMAR.strip().split("\n")):
    SENTENCES |= {mark + key: BAR.split(text) for mark, text in zip(("", "de"), both.split(" || "), strict=False)}
FIELDS = ("aisle", "ways", "name", "unit", "grams", "kcal", "low", "high")
BY_ROLE: dict[str, list[Entry]] = {}
for aisle, *sections in (line.split(" // ") for line in FOODS.strip().split("\n")):
    for role, ways, foods in (section.split(" / ") for section in sections):
        cells = ((aisle, ways, *food.split("|")) for food in foods.split("; "))
        BY_ROLE.setdefault(role, []).extend(dict(zip(FIELDS, row, strict=True)) for row in cells)


class Part(NamedTuple):
    """A food of one recipe: as listed ("1½ cups", "rice"), in grams, in kcal, and how it is cut."""

    food: Entry
    amount: str
    name: str
    grams: int
    kcal: int
    way: str


def slug(text: str) -> str:
    """Return *text* as a file name: "creme-fraiche"."""
    return re.sub("[^a-z0-9]+", "-", normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()).strip("-")


def singular(name: str) -> str:
    """Return one of a food that is counted."""
    return re.sub("(?<=[oh])es$|(?<=[^us])s$", "", name.replace("rries", "rrys"))


def middle(serves: str) -> float:
    """Return how many a recipe feeds, of a range the middle."""
    low, _, high = serves.partition("–")
    return (int(low) + int(high or low)) / 2


def dish(number: int, seed: int) -> tuple[Entry, str, str, Entry, Entry]:
    """Return kind, title, first word of it, main food and garnish: each number has a title of its own."""
    slot = (number + 7 * seed) % len(SLOTS)
    kind, noun = SLOTS[slot]
    firsts = SENTENCES[kind["adjectives"]]
    mains, garnishes = ([food for role in kind[of].split(",") for food in BY_ROLE[role]] for of in ("main", "garnish"))
    titles = len(firsts) * len(mains) * len(garnishes)
    edition, place = divmod(number // len(SLOTS), titles)
    rest, first = divmod((place * 7919 + slot * 1_299_709 + seed * 104_729) % titles, len(firsts))
    main, garnish = mains[rest % len(mains)], garnishes[rest // len(mains)]
    title = f"{firsts[first]} {singular(main['name']).title()} {noun} with {garnish['name'].title()}"
    if kind["folder"] == "deutsch":
        title = f"{firsts[first]} {main['name'].replace('toffeln', 'toffel')}{noun} mit {garnish['name']}"
    return kind, title + f" No. {edition + 1}" * bool(edition), firsts[first], main, garnish


class Page(dict[str, str]):
    """The words of one recipe: those that are set, and for any other key a new sentence of the grammar."""

    def __init__(self, number: int, seed: int) -> None:
        self.rng = Random(f"{seed}:{number}")  # noqa: S311 - the same library every time
        kind, title, first, main, garnish = dish(number, seed)
        self.language = "de" if kind["folder"] == "deutsch" else ""
        self.update(kind, title=title, slug=slug(title), id=f"{slug(title)}-{number}", page=self["page"])
        self.update(cook=self.said(kind["cook"]), own=self.said(kind["own"]), host=slug(self["page"]))
        self.update(a=first if self.language else first.lower(), noun=kind["nouns"].split(",")[0].lower())
        self.form = self["form"].split(",")
        self.update(serves=self.rng.choice(kind["serves"].split(" ")))
        self.parts = self.drawn(main, garnish, middle(self["serves"]) / middle(kind["serves"].split(" ")[0]))
        self.every = [part for some in self.parts.values() for part in some]
        for role, some in self.parts.items():
            *others, last = [part.name for part in some]
            self[role] = f"{', '.join(others)}{self.form[8] if others else ''}{last}"
        if kind["folder"] == "baking/cookies":
            self.update(facts=self["makes"], share="Per cookie")
        if self.rng.random() < 0.3:
            self.update(refer="", link="")
        table = self.table() if self.rng.random() < 0.9 else ""
        self.update(table=table, list=self.ingredients(), method=self.method())

    def __missing__(self, key: str) -> str:
        """Return a sentence called *key*, of the recipe's language if it has one."""
        return self.said(self.rng.choice(SENTENCES.get(self.language + key) or SENTENCES[key]))

    def said(self, text: str) -> str:
        """Return *text* with its alternatives chosen and its names filled in."""
        return CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), text).format_map(self)

    def drawn(self, main: Entry, garnish: Entry, factor: float) -> dict[str, list[Part]]:
        """Return the foods of the dish by their roles, no food twice, *factor* times as much as usual."""
        chosen = {main["name"]: ("main", main), garnish["name"]: ("garnish", garnish)}
        for role, low, high in map(str.split, self["draws"].split(",")):
            for _ in range(self.rng.randint(int(low), int(high))):
                food = BY_ROLE[role][int(len(BY_ROLE[role]) * self.rng.random() ** 4)]  # the first of them most often
                chosen.setdefault(food["name"], (role, food))
        metric, plain = self.rng.random() < 0.3, self.rng.random() < 0.2
        parts: dict[str, list[Part]] = {}
        for role, food in chosen.values():
            parts.setdefault(role, []).append(self.portioned(food, factor, metric=metric, plain=plain))
        return parts

    def portioned(self, food: Entry, factor: float, *, metric: bool, plain: bool) -> Part:
        """Return some of *food*; *metric* weighs in grams what else is in ounces, *plain* writes 1/2 for ½."""
        unit, each = food["unit"], float(food["grams"])
        wanted = self.rng.uniform(float(food["low"]), float(food["high"])) * factor
        if metric and unit in {"oz", "lb"}:
            unit, each, wanted = "g", 1.0, wanted * each
        step = ROUND.get(unit, 1.0) * (2 if wanted > 4 and unit in ROUND else 1)
        value = max(step, round(wanted / step) * step)
        fraction = FRACTIONS[value % 1][plain]
        number = f"{int(value)}{' ' * (plain and bool(fraction))}{fraction}" if value >= 1 else fraction
        amount = f"{number} {PLURALS.get(unit, unit) if value > 1 else unit}".rstrip()
        name = singular(food["name"]) if unit in {"", "large", "medium"} and value <= 1 else food["name"]
        grams = max(1, round(value * each))
        way = self.rng.choice(food["ways"].split(", ")) if self.rng.random() < 0.7 else ""
        return Part(food, amount, name, grams, round(grams * int(food["kcal"]) / 100), way)

    def table(self) -> str:
        """Return the calories with their total and the share of one serving, beside the table or in it."""
        total, mark = sum(part.kcal for part in self.every), "" if self.language else ","
        rows = [[f"**{cell}**" for cell in self.form[1:5]]]
        for part in self.every:
            link = f"[{self.form[11]}](https://example.org/foods/{slug(part.food['name'])})"
            weight = f" ({part.grams:{mark}} g)" * (not part.amount.endswith(" g"))
            rows.append([part.name.title(), part.amount + weight, f"{part.kcal:{mark}} kcal", link])
        share = round(total / middle(self["serves"]))
        stated = {self.form[5]: f"{total:{mark}} kcal", self["share"]: f"~{share:{mark}} kcal"}
        inside = self.rng.random() < 0.4
        rows += [[f"**{label}**", "", f"**{figure}**", ""] for label, figure in stated.items() if inside]
        below = "" if inside else "  ¶".join(f"**{label}: {figure}**" for label, figure in stated.items()) + "¶¶"
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        rows.insert(1, ["-" * width for width in widths])
        lines = "".join("| " + " | ".join(map(str.ljust, row, widths)) + " |¶" for row in rows)
        return f"## {self.form[0]}¶¶{lines}¶{below}"

    def ingredients(self) -> str:
        """Return the list: in one group, in two by the order of cooking, or in three by the aisle of the shop."""
        groups, style = dict[str, list[str]](), self.rng.random()
        for part in self.every:
            title = part.food["aisle"] if style < 0.6 else ""
            if style > 0.8:
                title = self.form[9 + (part in self.parts["garnish"])]
            groups.setdefault(title, []).append(f"- {part.amount} {part.name}" + f" ({part.way})" * bool(part.way))
        next(iter(groups.values())).append("- Fine salt, to taste" if "flours" in self.parts else f"- {self.form[7]}")
        return "".join(f"### {title}¶¶" * bool(title) + "¶".join([*items, "¶"]) for title, items in groups.items())

    def method(self) -> str:
        """Return the instructions: a heading for each step, or one numbered list."""
        flat, bullets, text = self.rng.random() < 0.3, self.rng.random() < 0.3, list[str]()
        for number, name in enumerate(self["steps"].split(" "), 1):
            title, *lines = METHODS[name]
            title, count = self.said(title), 0
            text += [f"{number}. **{title}**"] if flat else [f"### {self.form[6]} {number}: {title}", ""]
            for depth, line in self.told(lines):
                count += not depth
                text.append(f"{'   ' * (depth + flat)}{'-' if flat or bullets or depth else f'{count}.'} {line}")
            text += [""] * (not flat)
        return "¶".join(text) + "¶" * (1 + flat)

    def told(self, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield how deep each sentence of a step stands, and it; not those about foods that the recipe has not."""
        for line in lines:
            sentence, lists, roles = line.lstrip("?+").partition(":*")
            items = [part for role in roles.split(",") for part in self.parts.get(role, ())]
            gone = set(re.findall(r"{(\w+)}", sentence)) - self.parts.keys()
            if gone or (lists and not items) or (line[0] == "?" and self.rng.random() < 0.5):
                continue
            yield int("+" in line[:2]), self.said(sentence) + ":" * bool(lists)
            for part in items:
                short = part.name[0].upper() + part.name[1:]
                yield 1, short if self.rng.random() < 0.7 else f"{part.amount} {part.name}"


def recipe(number: int, seed: int = 1) -> tuple[str, str]:
    """Return the path of a recipe ("soups/smoky-carrot-soup-with-mint-17.md") and its Markdown."""
    page = Page(number, seed)
    text, oddity = page["document"].replace("¶", "\n").replace("»", ">"), page.rng.random()
    text = text.replace("\n", "\r\n") if oddity < 0.03 else text
    return f"{page['folder']}/{page['id']}.md", "\ufeff" * (0.02 < oddity < 0.04) + text


def write_library(folder: Path, count: int, seed: int = 1) -> int:
    """Write *count* recipes and what else lies in such a folder; return how many recipes there are to be found."""
    files = dict(recipe(number, seed) for number in range(count))
    files |= {f"{Path(path).parent}/README.md": "# One kind of dish\n\nOne file for each.\n" for path in files}
    files |= {".gitignore": GITIGNORE, "README.md": "# Our recipes\n\nWhat we cook, by kind of dish.\n"}
    for number in range(count, count + max(4, count // 100)):
        path, text = recipe(number, seed)
        ignored = ("drafts", "public/recipes", "node_modules/recipe-theme", "archive/2019")[number % 4]
        files[f"{ignored}/{Path(path).name}"] = text
        files[f"notes/kitchen-log-{number - count + 1}.md"] = LOG.format(number, Path(path).name)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return count


def main(argv: Sequence[str] | None = None) -> None:
    """Write a library and say how many recipes it holds."""
    parser = argparse.ArgumentParser(description="Write a library of made-up recipes to measure with.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=10_000, metavar="N", help="how many recipes [10000]")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another one makes another library [1]")
    given = parser.parse_args(argv)
    print(f"{write_library(given.folder, given.count, given.seed)} recipes in {given.folder}")


if __name__ == "__main__":
    main()

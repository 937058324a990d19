package dev.posthorn.vars;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Names of people, what they are called by, and what they work as.
record DynamicPeople(Picks picks, Fakes fakes) {

    private static final List<String> FIRST = Picks.words("""
            Aaliyah, Abigail, Ada, Adam, Adrian, Agnes, Aiden, Alan, Albert, Alec, Alexandra, Alfred, Alice, Alina, Allison, Alton, Alvin, Amanda, Amber, Amelia
            Amos, Amy, Andre, Angela, Anita, Ann, Annabel, Antonio, April, Ariel, Arlene, Arnold, Arthur, Ashley, Astrid, Aubrey, Audrey, August, Austin, Ava
            Barbara, Beatrice, Ben, Bernard, Bernice, Bertha, Beth, Betty, Beulah, Blake, Bonnie, Boris, Brad, Brandon, Brenda, Brian, Bridget, Bruce, Bryan, Caleb
            Camille, Carl, Carla, Carmen, Carol, Caroline, Casey, Cecil, Celia, Chad, Charles, Charlotte, Chelsea, Chester, Christine, Claire, Clara, Clifford, Clyde, Colin
            Connie, Cora, Craig, Curtis, Cynthia, Daisy, Dale, Damon, Dan, Daphne, Darlene, Darren, Dave, Dawn, Dean, Deborah, Delia, Dennis, Derek, Diana
            Dolores, Donald, Donna, Dora, Doris, Dorothy, Douglas, Duane, Dylan, Earl, Ed, Edith, Edna, Eduardo, Edward, Eileen, Elaine, Eleanor, Eli, Elise
            Ella, Ellen, Elmer, Elsa, Elvis, Emil, Emily, Emma, Eric, Erik, Erna, Ernest, Esther, Ethan, Eugene, Eva, Evan, Evelyn, Faith, Felix
            Fern, Flora, Florence, Floyd, Frances, Francis, Frank, Fred, Freda, Frederick, Gail, Gene, George, Gerald, Gilbert, Gina, Gladys, Glen, Gloria, Gordon
            Grace, Greg, Greta, Guy, Hannah, Harold, Harriet, Harry, Hazel, Heather, Heidi, Helen, Henry, Herbert, Herman, Holly, Hope, Howard, Hugh, Ian
            Ida, Ignatius, Irene, Iris, Irma, Isaac, Isabel, Ivan, Ivy, Jack, Jackie, Jacob, Jaden, Jake, James, Jamie, Jane, Janet, Jasmine, Jason
            Jay, Jean, Jeff, Jennie, Jeremy, Jerome, Jessica, Jill, Joan, Joel, Johan, John, Jonas, Jordan, Josephine, Joshua, Joy, Joyce, Juan, Judith
            Julia, Julian, June, Justin, Karen, Karl, Katherine, Kathleen, Kay, Keith, Kelly, Ken, Kevin, Kim, Kirk, Kristin, Kurt, Kyle, Lana, Larry
            Laura, Lauren, Laurence, Leah, Leo, Leon, Leslie, Lester, Lewis, Lillian, Linda, Lisa, Lloyd, Lois, Lola, Lorenzo, Louis, Lucas, Lucille, Lucy
            Luis, Luther, Lydia, Lynn, Mabel, Mack, Madeline, Maggie, Malcolm, Marc, Marcia, Margaret, Maria, Marie, Marion, Mark, Marlene, Marshall, Martha, Martin
            Mary, Matilda, Matt, Maurice, Max, Maxine, Maya, Melissa, Melvin, Mercedes, Merle, Mia, Michael, Mike, Mildred, Milton, Miriam, Molly, Monica, Morris
            Myra, Myrtle, Nadia, Nancy, Natalie, Nathan, Neil, Nellie, Nicholas, Nicole, Nina, Noah, Nora, Norma, Norman, Olga, Olive, Oliver, Opal, Oscar
            Otto, Owen, Pamela, Pascale, Patricia, Patrick, Paul, Pauline, Pearl, Pedro, Penelope, Percy, Perry, Peter, Philip, Phyllis, Pierre, Rachel, Ralph, Ramon
            Randy, Raphael, Ray, Rebecca, Reed, Regina, Renee, Rhoda, Ricardo, Richard, Rita, Robert, Rocky, Roger, Roland, Roman, Rosa, Rosemary, Ross, Roy
            Ruby, Rudy, Russell, Ruth, Ryan, Sabrina, Sam, Samantha, Sandra, Santiago, Sarah, Scott, Sean, Sebastian, Serena, Shane, Sharon, Shawn, Sheila, Shirley
            Sidney, Simon, Sofia, Sonia, Stacy, Stella, Stephanie, Steve, Stuart, Sue, Susan, Sven, Sylvia, Tanya, Ted, Teresa, Terry, Thea, Theodore, Thomas
            Tiffany, Timothy, Todd, Tony, Tracy, Trevor, Trudy, Tyler, Ursula, Valerie, Vanessa, Velma, Vera, Vernon, Veronica, Victor, Vincent, Viola, Virgil, Virginia
            Vivian, Wade, Wallace, Walter, Wanda, Warren, Wayne, Wendell, Wendy, Wilbur, Will, Willie, Wilma, Winifred, Yolanda, Yvonne, Zachary, Zelda, Zoe, Zola""");

    private static final List<String> LAST = Picks.words("""
            Abbott, Abernathy, Adams, Altenwerth, Anderson, Armstrong, Aufderhar, Bahringer, Bailey, Barrows, Bartell, Barton, Bauch, Baumbach, Bayer, Beahan, Bechtelar, Becker, Bednar, Beier
            Berge, Bergstrom, Bernhard, Bernier, Block, Bode, Boehm, Bogan, Borer, Bosco, Botsford, Boyer, Boyle, Bradtke, Brakus, Braun, Breitenberg, Brekke, Brown, Bruen
            Buckridge, Carroll, Carter, Cartwright, Casper, Champlin, Christiansen, Cole, Collier, Collins, Conn, Connelly, Conroy, Considine, Corkery, Cormier, Corwin, Cremin, Crist, Crona
            Cronin, Crooks, Cruickshank, Cummings, Dach, Daniel, Dare, Daugherty, Davis, Deckow, Denesik, Dibbert, Dickens, Dicki, Dickinson, Dietrich, Donnelly, Dooley, Douglas, Doyle
            DuBuque, Durgan, Ebert, Effertz, Emard, Emmerich, Erdman, Ernser, Fadel, Fahey, Farrell, Fay, Feeney, Feest, Ferry, Fisher, Flatley, Franecki, Friesen, Fritsch
            Funk, Gerhold, Gerlach, Gibson, Gislason, Gleason, Gleichner, Goldner, Goodwin, Gorczany, Gottlieb, Goyette, Grady, Graham, Grant, Green, Greenholt, Grimes, Gulgowski, Gusikowski
            Gutkowski, Gutmann, Haag, Hackett, Hagenes, Hahn, Haley, Halvorson, Hamill, Hammes, Hand, Hane, Hansen, Harber, Harris, Hartmann, Harvey, Hauck, Hayes, Heaney
            Heathcote, Hegmann, Heidenreich, Heller, Hermann, Hermiston, Herzog, Hessel, Hettinger, Hickle, Hilll, Hills, Hilpert, Hintz, Hirthe, Hoeger, Homenick, Hoppe, Howell, Hudson
            Huel, Huels, Hyatt, Jacobi, Jacobs, Jacobson, Jakubowski, Jaskolski, Jast, Jenkins, Jerde, Johns, Johnson, Johnston, Jones, Kassulke, Kautzer, Keebler, Keeling, Kemmer
            Kerluke, Kertzmann, Kessler, Kiehn, Kihn, Kilback, King, Kirlin, Klein, Kling, Klocko, Koch, Koelpin, Koepp, Kohler, Konopelski, Koss, Kovacek, Kozey, Krajcik
            Kreiger, Kris, Kub, Kuhic, Kuhlman, Kuhn, Kulas, Kunde, Kunze, Kuphal, Kutch, Kuvalis, Labadie, Lakin, Lang, Langosh, Langworth, Larkin, Larson, Leannon
            Lebsack, Ledner, Leffler, Legros, Lehner, Lemke, Lesch, Leuschke, Lind, Lindgren, Littel, Little, Lockman, Lowe, Lubowitz, Lueilwitz, Luettgen, Lynch, MacGyver, Macejkovic
            Maggio, Mann, Mante, Marks, Marquardt, Marvin, Mayer, Mayert, McClure, McCullough, McDermott, McGlynn, McKenzie, McLaughlin, Medhurst, Mertz, Metz, Miller, Mills, Mitchell
            Moen, Mohr, Monahan, Moore, Morar, Morissette, Mosciski, Mraz, Mueller, Muller, Murazik, Murphy, Murray, Nader, Nicolas, Nienow, Nikolaus, Nitzsche, Nolan, Oberbrunner
            O'Connell, O'Conner, O'Hara, O'Keefe, O'Kon, O'Reilly, Okuneva, Olson, Ondricka, Orn, Ortiz, Osinski, Pacocha, Padberg, Pagac, Parisian, Parker, Paucek, Pfannerstill, Pfeffer
            Pollich, Pouros, Powlowski, Predovic, Price, Prohaska, Prosacco, Purdy, Quigley, Quitzon, Rath, Ratke, Rau, Raynor, Reichel, Reichert, Reilly, Reinger, Rempel, Renner
            Reynolds, Rice, Rippin, Ritchie, Robel, Roberts, Rodriguez, Rogahn, Rohan, Rolfson, Romaguera, Roob, Rosenbaum, Rowe, Ruecker, Runolfsdottir, Runte, Russel, Rutherford, Ryan
            Sanford, Satterfield, Sauer, Sawayn, Schaden, Schaefer, Schamberger, Schiller, Schimmel, Schinner, Schmeler, Schmidt, Schmitt, Schneider, Schoen, Schowalter, Schroeder, Schulist, Schultz, Schumm
            Schuppe, Schuster, Senger, Shanahan, Shields, Simonis, Sipes, Skiles, Smith, Smitham, Spencer, Spinka, Sporer, Stamm, Stanton, Stark, Stehr, Steuber, Stiedemann, Stokes
            Stoltenberg, Stracke, Streich, Stroman, Strosin, Swaniawski, Swift, Terry, Thiel, Thompson, Tillman, Torp, Torphy, Towne, Toy, Trantow, Tremblay, Treutel, Tromp, Turcotte
            Turner, Ullrich, Upton, Vandervort, Veum, Volkman, Von, VonRueden, Waelchi, Walker, Walsh, Walter, Ward, Waters, Watsica, Weber, Wehner, Weimann, Weissnat, Welch
            West, White, Wiegand, Wilderman, Wilkinson, Will, Williamson, Willms, Windler, Wintheiser, Wisoky, Wisozk, Witting, Wiza, Wolf, Wolff, Wuckert, Wunsch, Wyman, Yost
            Yundt, Zboncak, Zemlak, Ziemann, Zieme, Zulauf""");

    private static final List<String> PREFIXES = List.of("Mr.", "Mrs.", "Ms.", "Miss", "Dr.");
    private static final List<String> SUFFIXES = List.of("Jr.", "Sr.", "I", "II", "III", "IV", "V", "MD", "DDS", "PhD", "DVM");
    private static final List<String> MAILERS = List.of("gmail.com", "yahoo.com", "hotmail.com");
    private static final List<String> EXAMPLES = List.of("example.org", "example.com", "example.net");

    List<Dynamic> all() {
        return List.of(
                new Dynamic("$randomFirstName", "A first name", "Ethan", this::first),
                new Dynamic("$randomLastName", "A last name", "Schaden", this::last),
                new Dynamic("$randomFullName", "A first and a last name", "Connie Runolfsdottir", this::full),
                new Dynamic("$randomNamePrefix", "What stands before a name", "Dr.", () -> picks.one(PREFIXES)),
                new Dynamic("$randomNameSuffix", "What stands after a name", "PhD", () -> picks.one(SUFFIXES)),
                new Dynamic("$randomJobArea", "What a job is about", "Mobility", () -> fakes.word("name.title.level")),
                new Dynamic("$randomJobDescriptor", "The rank of a job", "Senior", () -> fakes.word("name.title.descriptor")),
                new Dynamic("$randomJobTitle", "A job", "International Creative Liaison", this::job),
                new Dynamic("$randomJobType", "A kind of job", "Supervisor", () -> fakes.word("name.title.job")),
                new Dynamic("$randomEmail", "An e-mail address", "Pablo62@gmail.com", () -> user() + "@" + picks.one(MAILERS)),
                new Dynamic("$randomExampleEmail", "An e-mail address that nobody has", "Talon28@example.com", () -> user() + "@" + picks.one(EXAMPLES)),
                new Dynamic("$randomUserName", "A user name", "Lottie.Smitham24", this::user));
    }

    String first() {
        return picks.one(FIRST);
    }

    String last() {
        return picks.one(LAST);
    }

    private String full() {
        var name = first() + " " + last();
        return switch (picks.between(0, 7)) {
            case 0 -> picks.one(PREFIXES) + " " + name;
            case 1 -> name + " " + picks.one(SUFFIXES);
            default -> name;
        };
    }

    private String job() {
        return fakes.word("name.title.descriptor") + " " + fakes.word("name.title.level") + " " + fakes.word("name.title.job");
    }

    private String user() {
        var first = plain(first());
        return switch (picks.between(0, 2)) {
            case 0 -> first + picks.between(0, 99);
            case 1 -> first + picks.one(List.of(".", "_")) + plain(last());
            default -> first + picks.one(List.of(".", "_")) + plain(last()) + picks.between(0, 99);
        };
    }

    /// Letters of ASCII alone.
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
    }

    /// A name as it stands in a domain.
    String domainWord() {
        return plain(first()).toLowerCase(Locale.ROOT);
    }
}
